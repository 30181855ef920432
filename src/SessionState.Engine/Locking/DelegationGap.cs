using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Locking;

/// <summary>
/// Finds an unlocked section whose locks close everything but the element with the settings by mistake. Microsoft's recipe for shared
/// hosting ("ASP Module" in "Web Server for Shared Hosting") unlocks <c>asp</c> and locks its attributes, <c>limits</c> and <c>cache</c>, which
/// leaves <c>session</c> open to every site owner.
/// </summary>
internal static class DelegationGap
{
    /// <summary>A word about each such place that is for this very node.</summary>
    internal static IEnumerable<Diagnostic> Read(ConfigurationNode node)
    {
        for (var state = node.States; state is not null; state = state.Next)
        {
            foreach (var input in state.Inputs)
            {
                if (Open(input.Section) is { } element && !LeavesLocked(node, input))
                {
                    yield return Report(input, element);
                }
            }
        }
    }

    // Who locks all the rest, too, meant to leave it open.
    private static string? Open(SectionInput section)
    {
        if (section.Root.Locks is not { Item: false } locks)
        {
            return null;
        }

        foreach (var child in section.Schema.Children)
        {
            if (child.HoldsSettings && !locks.LocksElement(child.Name) && section.Child(child)?.Locks is null)
            {
                var isAllElse = Array.TrueForAll(section.Schema.Root.Attributes, locks.LocksAttribute)
                    && section.Schema.Children.All(other => other == child || locks.LocksElement(other.Name));
                return isAllElse ? null : child.Name;
            }
        }

        return null;
    }

    private static bool LeavesLocked(ConfigurationNode node, NodeInput input) => SectionLocks.Read(
        node, input.Section.Schema.Name, input.Owner.Depth + 1).IsDenied;

    private static Diagnostic Report(NodeInput input, string element) => new(
        DiagnosticSeverity.Info,
        DiagnosticCodes.OpenDelegation,
        $"The section '{input.Section.Schema.Name}' is open to files below, and its locks here leave <{element}> open: whoever owns a "
        + "web.config below can set session state.",
        input.File.Path,
        input.Section.Root.Line,
        null,
        $"Where only some attributes are to be delegated, add {element} (and comPlus) to lockElements in {input.File.Path}, line "
        + $"{input.Section.Root.Line}.");
}
