using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>The file of a level.</summary>
internal static class LevelFiles
{
    /// <summary>Which step of the hierarchy it is.</summary>
    public static ConfigurationFileKind KindOf(ConfigurationNode level) => level.Depth switch
    {
        < 0 => ConfigurationFileKind.RootWeb,
        0 => ConfigurationFileKind.ApplicationHost,
        _ => ConfigurationFileKind.Web,
    };

    /// <summary>The file as a snapshot has it; null where it does not exist.</summary>
    public static ConfigurationFile? Of(ConfigurationNode level, ServerConfiguration server) => level.Depth switch
    {
        < 0 => server.Frameworks[level.Framework].RootWeb,
        0 => server.ApplicationHost,
        _ => level.WebConfig,
    };

    /// <summary>The root web.config that ASP.NET reads at a node; none where it is not known.</summary>
    public static IEnumerable<ConfigurationNode> RootWebOf(ConfigurationNode node) => node.Server.Extras.Registrations!
        .Frameworks.Levels[node.Runs].Levels
        .Where(level => level.File.Kind == ConfigurationFileKind.RootWeb)
        .Select(level => level.Owner);
}
