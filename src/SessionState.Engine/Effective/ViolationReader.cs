using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Effective;

/// <summary>What breaks a section at a node.</summary>
internal static class ViolationReader
{
    /// <summary>The first violation on the way from the server down to the node; null where the section is legal.</summary>
    internal static Violation? Read(ConfigurationNode node, string section)
    {
        for (var target = node; target is not null; target = target.Parent)
        {
            if (target.State(section) is { } state)
            {
                return state.ViolationFor(target, node.Application);
            }
        }

        return null;
    }
}
