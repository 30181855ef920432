using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing.Locks;

/// <summary>The levels whose files may lock a section for a node.</summary>
internal static class LockLevels
{
    /// <summary>Whether ASP.NET reads the section, which skips applicationHost.config.</summary>
    public static bool IsManaged(string section) => SectionSchemas.Find(section) is { IsManaged: true };

    /// <summary>Those for the whole server, the node itself, and the nodes between that have a web.config already, the nearest first.</summary>
    public static IEnumerable<ConfigurationNode> Of(ServerConfiguration server, ConfigurationNode node, string section)
    {
        foreach (var level in IsManaged(section) ? LevelFiles.RootWebOf(node) : [])
        {
            yield return level;
        }

        yield return server.Level;
        for (ConfigurationNode? level = node; level is { Path.Length: > 0 }; level = level.Parent)
        {
            if (level == node || level.WebConfig is not null)
            {
                yield return level;
            }
        }
    }
}
