using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Locking;

/// <summary>Words for sections that stand where they may not, beginning as IIS words it.</summary>
internal static class LockProblems
{
    private const string SectionText =
        "This configuration section cannot be used at this path. This happens when the section is locked at a parent level. Locking is "
        + "either by default (overrideModeDefault=\"Deny\"), or set explicitly by a location tag with overrideMode=\"Deny\" or the legacy "
        + "allowOverride=\"false\".";

    internal static Violation Section(ConfigurationNode node, NodeInput input, LockState locked)
    {
        var section = input.Section.Schema;
        var unlocks = input.Section.OverrideMode == OverrideMode.Allow
            ? " A lower file cannot unlock what a file above has locked."
            : "";
        return new Violation(
            Diagnostic.Error(
                DiagnosticCodes.SectionLocked,
                $"{SectionText} Here '{section.Name}' is locked {locked.Reason}.{unlocks}",
                input.Place,
                input.Section.Line,
                $"Remove <{section.Root.Name}> from {input.File.Path}, or unlock the section in {locked.File?.Path}."),
            node.Path,
            locked.File?.Path,
            locked.Line);
    }

    /// <summary>A higher file explicitly allows a path below a place where a lower file denies.</summary>
    internal static Violation Contradiction(ConfigurationNode node, NodeInput allows, NodeInput denies) => new(
        Diagnostic.Error(
            DiagnosticCodes.LockConflict,
            $"Illegal configuration: {allows.File.Path}, line {allows.Section.Location?.Line}, allows '{allows.Section.Schema.Name}' for "
            + $"{node.Path}, and this location tag denies it for everything from {denies.Owner.Path} down.",
            denies.File.Path,
            denies.Section.Location?.Line,
            "Remove one of the two overrideMode attributes."),
        node.Path,
        allows.File.Path,
        allows.Section.Location?.Line);

    internal static Diagnostic DuplicateSection(NodeInput input, NodeInput first) => Diagnostic.Error(
        DiagnosticCodes.DuplicateSection,
        $"The section '{input.Section.Schema.Name}' is already defined for this path in line {first.Section.Root.Line}.",
        input.Place,
        input.Section.Root.Line,
        "Merge the two sections into one.");

    internal static Diagnostic NotInLocation(NodeInput input) => Diagnostic.Error(
        DiagnosticCodes.NotAllowedHere,
        $"The section '{input.Section.Schema.Name}' is registered with allowLocation=\"false\" and may not stand in a location tag.",
        input.Place,
        input.Section.Line,
        "Move the section out of the <location> tag.");

    internal static Diagnostic NotAtLevel(NodeInput input, SectionDefinition definition) => Diagnostic.Error(
        DiagnosticCodes.NotAllowedHere,
        definition.AllowDefinition == AllowDefinition.MachineToApplication
            ? $"It is an error to use a section registered as allowDefinition='MachineToApplication' beyond application level "
                + $"('{definition.Name}'). The folder may not be configured as an application in IIS."
            : $"The section '{definition.Name}' is registered with allowDefinition=\"{definition.AllowDefinition}\" and may not be used here.",
        input.Place,
        input.Section.Line,
        "Move the section to a level that its registration allows.");
}
