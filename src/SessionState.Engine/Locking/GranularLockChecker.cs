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
    /// <param name="fromOtherApplications">Whether to judge as a nested application sees it, which some location tags do not reach.</param>
    internal static Violation? Check(ConfigurationNode node, NodeInput input, bool fromOtherApplications)
    {
        Violation? first = null;
        for (var above = node; above is not null; above = above.Parent)
        {
            foreach (var holder in above.State(input.Section.Schema.Name)?.Inputs ?? [])
            {
                if (holder.Owner.Depth < input.Owner.Depth
                    && holder.Section.HasGranularLocks
                    && (holder.Section.InheritsInChildApplications
                        || (!fromOtherApplications && ReferenceEquals(above.Application, node.Application)))
                    && Breach(holder.Section, input.Section) is var (code, what, line, lockLine))
                {
                    first = Report(node, input.File.Path, code, what, line, holder.File.Path, lockLine);
                    break;
                }
            }
        }

        return first;
    }

    private static (string Code, string What, int Line, int LockLine)? Breach(SectionInput holder, SectionInput input)
    {
        if (Breach(holder.Root, input.Root, input.Line) is { } ofRoot)
        {
            return ofRoot;
        }

        foreach (var child in input.Children)
        {
            if (holder.Root.Locks?.LocksElement(child.Schema.Name) == true)
            {
                return (DiagnosticCodes.ElementLocked, $"the element '{child.Schema.Name}'", child.Line, holder.Root.Line);
            }

            if (holder.Child(child.Schema) is { } held
                && Breach(held, child, child.Line) is { } ofChild)
            {
                return ofChild;
            }
        }

        return null;
    }

    private static (string Code, string What, int Line, int LockLine)? Breach(ElementInput holder, ElementInput element, int line)
    {
        if (holder.Locks is not { } locks)
        {
            return null;
        }

        if (locks.Item)
        {
            return (DiagnosticCodes.ItemLocked, $"the element '{element.Schema.Name}'", line, holder.Line);
        }

        foreach (var attribute in element.Attributes)
        {
            if (locks.LocksAttribute(attribute.Name))
            {
                return (DiagnosticCodes.AttributeLocked, $"the attribute '{attribute.Name}'", element.Line, holder.Line);
            }
        }

        return null;
    }

    private static Violation Report(
        ConfigurationNode node, string file, string code, string what, int line, string lockFile, int lockLine) => new(
            Diagnostic.Error(
                code,
                $"Lock violation: {what} may not be set here. It is locked in {lockFile}, line {lockLine}.",
                file,
                line,
                $"Remove it from {file}, or remove the lock in {lockFile}."),
            node.Path,
            lockFile,
            lockLine);
}
