using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Locking;

/// <summary>Section locks: overrideModeDefault and the overrideMode of location tags (Microsoft, "How to Use Locking in IIS Configuration").</summary>
public static class LockReader
{
    /// <summary>As <see cref="Read"/> says, without the reason and without allocating anything: for lists of many nodes.</summary>
    /// <param name="node">Any node.</param>
    /// <param name="section">Full section name.</param>
    public static bool IsLocked(ConfigurationNode node, string section) =>
        node.Depth > 0 && SectionLocks.Read(node, section, node.Depth).IsDenied;

    /// <summary>Whether the node's own web.config may contain the section.</summary>
    /// <param name="node">Any node; at the server applicationHost.config itself is meant, which may always hold its own sections.</param>
    /// <param name="section">Full section name: <c>system.webServer/asp</c>.</param>
    public static SectionLock Read(ConfigurationNode node, string section)
    {
        if (node.Depth == 0)
        {
            return SectionLock.Open;
        }

        return ToLock(section, SectionLocks.Read(node, section, node.Depth));
    }

    /// <summary>What one file says in a location tag for just this path; Inherit where it says nothing.</summary>
    /// <param name="node">Any node.</param>
    /// <param name="section">Full section name.</param>
    /// <param name="file">The file: applicationHost.config, or a web.config of the node or one above it.</param>
    public static OverrideMode SaidBy(ConfigurationNode node, string section, string file)
    {
        foreach (var input in node.State(section)?.Inputs ?? [])
        {
            if (input.File.Path == file && input.Section.OverrideMode != OverrideMode.Inherit)
            {
                return input.Section.OverrideMode;
            }
        }

        return OverrideMode.Inherit;
    }

    /// <summary>All that is to be said about the section's locks at a node: who locked it, where, and what of it.</summary>
    /// <param name="node">Any node.</param>
    /// <param name="section">Full section name: <c>system.webServer/asp</c>.</param>
    public static SectionLocking Explain(ConfigurationNode node, string section)
    {
        var below = SectionLocks.Read(node, section, node.Depth + 1);
        var said = node.State(section)?.Inputs.LastOrDefault(input => input.Section.OverrideMode != OverrideMode.Inherit);
        var depth = Math.Max(node.Depth, 1);
        return new(
            Read(node, section),
            said?.Section?.OverrideMode ?? OverrideMode.Inherit,
            below.IsDenied ? OverrideMode.Deny : OverrideMode.Allow,
            ToLock(section, below),
            [.. GranularLockFinder.Read(node, section, depth)],
            [.. Gaps(node, section, depth)]);
    }

    private static IEnumerable<Diagnostic> Gaps(ConfigurationNode node, string section, int depth) => GranularLockFinder
        .Holders(node, section, depth)
        .Select(holder => holder.Target)
        .Distinct()
        .SelectMany(DelegationGap.Read);

    private static SectionLock ToLock(string section, LockState state) => state.IsDenied
        ? new SectionLock(true, $"The section '{section}' is locked {state.Reason}.", state.File?.Path, state.Line)
        : SectionLock.Open;
}
