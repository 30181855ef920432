using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Locking;

/// <summary>
/// Section locks. Each file, from the top, may change what the one above left: the nearest of its location tags that covers the node and
/// holds the section counts. Only the file that registers the section can unlock it; a Deny from any other stays.
/// </summary>
internal static class SectionLocks
{
    /// <summary>What the files of nodes above a depth leave for a section at a node, as its own application sees it.</summary>
    internal static LockState Read(ConfigurationNode node, string section, int depth) =>
        Read(node, section, node.Server.Extras.Registrations!, depth, node.Runs);

    /// <summary>What the files of nodes above a depth leave for a section at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="section">The section.</param>
    /// <param name="registrations">Who registers it; where nobody does, nothing is locked by default.</param>
    /// <param name="depth">Files of nodes at this depth and below do not count.</param>
    /// <param name="framework">Whose machine.config and root web.config count.</param>
    internal static LockState Read(ConfigurationNode node, string section, Registrations registrations, int depth, int framework)
    {
        var state = registrations.Of(section, framework) is { Definition: { } definition } registration
            ? new LockState(definition.OverrideModeDefault == OverrideMode.Deny, registration.File, definition.Line, null)
            : default;
        var top = Registrations.TopOf(section);
        for (var owner = top; owner < depth; owner++)
        {
            if (owner > top && state.IsDenied)
            {
                break;
            }

            state = Nearest(node, section, owner, framework) ?? state;
        }

        return state;
    }

    /// <summary>What the file of one level says for a node: its nearest tag with a mode; null where it says nothing.</summary>
    internal static LockState? Nearest(ConfigurationNode node, string section, int owner) =>
        Nearest(node, section, owner, node.Runs);

    private static LockState? Nearest(ConfigurationNode node, string section, int owner, int framework)
    {
        for (var step = node; step is not null && step.Depth >= owner; step = step.Parent)
        {
            foreach (var input in step.State(section)?.Inputs ?? [])
            {
                if (input.Owner.Depth == owner && input.Section.OverrideMode != OverrideMode.Inherit && input.IsReadBy(framework))
                {
                    var tag = input.Section.Location!;
                    return new LockState(tag.OverrideMode == OverrideMode.Deny, input.File, tag.Line, tag);
                }
            }
        }

        return null;
    }
}
