using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>
/// Where ASP.NET's settings can be written: the web.config of the application or folder, or the root web.config; never
/// applicationHost.config, which ASP.NET does not read.
/// </summary>
internal sealed class ManagedTargets(ServerConfiguration server, ConfigurationNode node, Setting setting)
{
    private readonly Registration _registration = node.Server.Extras.Registrations!.Of(setting.Section, node.Runs);

    private ConfigurationNode Home =>
        _registration.Definition?.AllowDefinition == AllowDefinition.MachineToApplication ? node.Application ?? node : node;

    public string Instead => Home.Depth == 0
        ? "Write it for a site, or to the root web.config of the .NET Framework."
        : $"Write it for '{Home.Path}' to its web.config (commit path {CommitPaths.Of(Home)}).";

    /// <summary>The levels for the whole server, the better first.</summary>
    public IEnumerable<ConfigurationNode> LastResorts()
    {
        foreach (var level in LevelFiles.RootWebOf(node))
        {
            yield return level;
        }

        yield return server.Level;
    }

    /// <summary>Why nothing may be written at a level; null where nothing here forbids it.</summary>
    public EditRefusal? Refuse(ConfigurationNode level)
    {
        if (level.Depth == 0)
        {
            return Refuse("ASP.NET does not read applicationHost.config: the value would be shown by IIS's tools and have no effect.");
        }

        if (_registration.Definition is not { } definition)
        {
            return Refuse($"{_registration.File?.Path} does not register the section {setting.Section}, so ASP.NET would not know it.");
        }

        return definition.AllowDefinition switch
        {
            AllowDefinition.Everywhere => Location(level, definition),
            AllowDefinition.MachineToApplication when node.Depth == 0 || ReferenceEquals(node.Application, node) => Location(level, definition),
            AllowDefinition.MachineToApplication =>
                Refuse($"ASP.NET accepts '{setting.Section}' for an application as a whole only, and {node.Path} is a part of one."),
            AllowDefinition.MachineToWebRoot when level.Depth < 0 && node.Depth == 0 => null,
            _ => Refuse($"The section '{setting.Section}' is registered with allowDefinition=\"{definition.AllowDefinition}\"."),
        };
    }

    private EditRefusal? Location(ConfigurationNode level, SectionDefinition definition) =>
        definition.AllowLocation || level.Path.Length == node.Path.Length ? null
            : Refuse($"The section '{setting.Section}' is registered with allowLocation=\"false\", so no location tag may hold it.");

    private EditRefusal Refuse(string message) => new(RefusalKind.NotHere, message, null, null, Instead);
}
