using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Locking;

/// <summary>Finds what a lower file sets although an attribute, element or item lock of a higher file forbids it.</summary>
internal static class GranularLockChecker
{
    /// <summary>The first breach, from the top; null for none.</summary>
    /// <param name="node">The node that <paramref name="input"/> is for.</param>
    /// <param name="input">What a file says for it.</param>
    /// <param name="framework">Whose machine.config and root web.config count.</param>
    /// <param name="fromOtherApplications">Whether to judge as a nested application sees it, which some location tags do not reach.</param>
    internal static Violation? Check(ConfigurationNode node, NodeInput input, int framework, bool fromOtherApplications)
    {
        Violation? first = null;
        for (var above = node; above is not null; above = above.Parent)
        {
            foreach (var holder in above.State(input.Section.Schema.Name)?.Inputs ?? [])
            {
                if (holder.Owner.Depth < input.Owner.Depth
                    && holder.Section.HasGranularLocks
                    && holder.IsReadBy(framework)
                    && (holder.Section.InheritsInChildApplications
                        || (!fromOtherApplications && ReferenceEquals(above.Application, node.Application)))
                    && Of(holder.Section, input.Section).Select(breach => (GranularBreach?)breach).FirstOrDefault() is { } breach)
                {
                    first = Report(node, input.File.Path, breach, holder.File.Path);
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>Every breach, each once.</summary>
    /// <param name="node">The node that <paramref name="input"/> is for.</param>
    /// <param name="input">What a file says for it.</param>
    internal static IEnumerable<GranularBreach> All(ConfigurationNode node, NodeInput input) => GranularLockFinder
        .Holders(node, input.Section.Schema.Name, input.Owner.Depth)
        .SelectMany(holder => Of(holder.Input.Section, input.Section))
        .DistinctBy(breach => (breach.Element, breach.Attribute));

    private static IEnumerable<GranularBreach> Of(SectionInput holder, SectionInput input)
    {
        foreach (var breach in Of(holder.Root, input.Root, input.Line))
        {
            yield return breach;
        }

        foreach (var child in input.Children)
        {
            if (holder.Root.Locks?.LocksElement(child.Schema.Name) == true)
            {
                yield return new(DiagnosticCodes.ElementLocked, child.Schema, null, child.Line, holder.Root.Line);
            }

            foreach (var breach in holder.Child(child.Schema) is { } held ? Of(held, child, child.Line) : [])
            {
                yield return breach;
            }
        }
    }

    private static IEnumerable<GranularBreach> Of(ElementInput holder, ElementInput element, int line)
    {
        if (holder.Locks is not { } locks)
        {
            yield break;
        }

        if (locks.Item)
        {
            yield return new(DiagnosticCodes.ItemLocked, element.Schema, null, line, holder.Line);
        }

        foreach (var attribute in element.Attributes)
        {
            if (locks.LocksAttribute(attribute.Name))
            {
                yield return new(DiagnosticCodes.AttributeLocked, element.Schema, attribute.Name, element.Line, holder.Line);
            }
        }
    }

    private static Violation Report(ConfigurationNode node, string file, GranularBreach breach, string lockFile) => new(
        Diagnostic.Error(
            breach.Code,
            $"Lock violation: {breach.What} may not be set here. It is locked in {lockFile}, line {breach.LockLine}.",
            file,
            breach.Line,
            $"Remove it from {file}, or remove the lock in {lockFile}."),
        node.Path,
        lockFile,
        breach.LockLine);
}
