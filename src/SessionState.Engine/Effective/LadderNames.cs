using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Effective;

/// <summary>Names of levels for people.</summary>
internal static class LadderNames
{
    internal static string File(ConfigurationNode owner) => owner.Depth switch
    {
        FrameworkLevel.MachineDepth => "machine.config",
        FrameworkLevel.RootWebDepth => "Root web.config",
        0 => "applicationHost.config",
        _ => $"web.config of {owner.Path}",
    };

    internal static string Tag(LocationTag tag, ConfigurationNode owner) => owner.Depth == 0
        ? $"Location tag {tag.Path}"
        : $"Location tag {tag.Path} in {File(owner)}";
}
