using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Reading;

/// <summary>Words for what can be wrong inside a section, beginning as IIS words it.</summary>
internal static class SectionProblems
{
    internal static Diagnostic UnknownAttribute(SectionSchema section, ElementSchema element, string attribute, string file, int line) =>
        Diagnostic.Error(
            DiagnosticCodes.UnknownAttribute,
            $"Unrecognized attribute '{attribute}' of <{element.Name}>.",
            file,
            line,
            Belongs(section, attribute) is { } home && home != element
                ? $"Move it into the child element: <{section.Root.Name}><{home.Name} {attribute}=\"…\" /></{section.Root.Name}>."
                : Closest(element, attribute) is { } meant
                    ? $"The attribute is called {meant}."
                    : $"Remove the attribute; <{element.Name}> knows {string.Join(", ", element.Attributes)}.");

    internal static Diagnostic UnknownElement(SectionSchema section, string element, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.UnknownElement,
        $"Unrecognized element '{element}' in <{section.Root.Name}>.",
        file,
        line,
        $"Remove the element; <{section.Root.Name}> knows {string.Join(", ", section.Children.Select(child => child.Name))}.");

    internal static Diagnostic DuplicateElement(SectionSchema section, string element, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.DuplicateSection,
        $"The element '{element}' stands twice in <{section.Root.Name}>.",
        file,
        line,
        "Merge the two elements into one.");

    internal static Diagnostic InvalidValue(Setting setting, string error, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidValue,
        $"The '{setting.Attribute}' attribute is invalid.  {error}",
        file,
        line,
        setting.Type switch
        {
            SettingType.Boolean => "Write true or false.",
            SettingType.UnsignedInteger => $"Write a whole number from 0 to {uint.MaxValue}; leave the attribute out for no limit.",
            SettingType.Enum => $"Write one of {string.Join(", ", setting.Values)}, in exactly this spelling.",
            SettingType.TimeSpan when setting.TimeSpanFormat == TimeSpanFormat.Clock =>
                $"Write whole minutes as hours:minutes:seconds, for example {setting.Default}.",
            _ => $"Write a whole number, for example {setting.Default}.",
        });

    internal static Diagnostic InvalidLock(string error, string file, int line) =>
        Diagnostic.Error(DiagnosticCodes.InvalidLock, error, file, line, "Correct the names in the lock attribute, or remove it.");

    internal static Diagnostic Encrypted(SectionSchema section, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.Opaque,
        section.IsManaged
            ? $"The section '{section.Name}' is encrypted, so it can be neither read nor edited here; its values are unknown."
            : $"Configuration section encryption is not supported: '{section.Name}' is encrypted.",
        file,
        line,
        "Decrypt the section with the tool that encrypted it (aspnet_regiis -pd).");

    private static ElementSchema? Belongs(SectionSchema section, string attribute) =>
        section.Children.FirstOrDefault(child => child.Find(attribute) is not null);

    private static string? Closest(ElementSchema element, string attribute) =>
        Array.Find(element.Attributes, known => known.Equals(attribute, StringComparison.OrdinalIgnoreCase))
        ?? (attribute.Length < 3 ? null : Array.Find(element.Attributes, known => known.StartsWith(attribute, StringComparison.OrdinalIgnoreCase)));
}
