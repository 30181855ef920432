using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Locking;

/// <summary>Section locks: overrideModeDefault and the overrideMode of location tags (Microsoft, "How to Use Locking in IIS Configuration").</summary>
public static class LockReader
{
    /// <summary>As <see cref="Read"/> says, without the reason and without allocating anything: for lists of many nodes.</summary>
    /// <param name="node">Any node.</param>
    /// <param name="section">Full section name.</param>
    public static bool IsLocked(ConfigurationNode node, string section) =>
        node.Depth > 0 && SectionLocks.Read(node, section, node.Server.Extras.ApplicationHost!, node.Depth).IsDenied;

    /// <summary>Whether the node's own web.config may contain the section.</summary>
    /// <param name="node">Any node; at the server applicationHost.config itself is meant, which may always hold its own sections.</param>
    /// <param name="section">Full section name: <c>system.webServer/asp</c>.</param>
    public static SectionLock Read(ConfigurationNode node, string section)
    {
        if (node.Depth == 0)
        {
            return SectionLock.Open;
        }

        var state = SectionLocks.Read(node, section, node.Server.Extras.ApplicationHost!, node.Depth);
        return state.IsDenied
            ? new SectionLock(true, $"The section '{section}' is locked {state.Reason}.", state.File?.Path, state.Line)
            : SectionLock.Open;
    }
}
