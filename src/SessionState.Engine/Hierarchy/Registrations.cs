using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>Which file registers a section, and under which rules: applicationHost.config for IIS, the Framework's files for ASP.NET.</summary>
internal sealed class Registrations(ConfigurationFile applicationHost, Frameworks frameworks)
{
    internal ConfigurationFile ApplicationHost => applicationHost;

    internal Frameworks Frameworks => frameworks;

    /// <summary>Depth of the highest file that the section's reader reads.</summary>
    internal static int TopOf(string section) => SectionSchemas.Find(section) is { IsManaged: true } ? FrameworkLevel.MachineDepth : 0;

    /// <summary>The registration; its definition is null where there is none.</summary>
    /// <param name="section">Full name of the section.</param>
    /// <param name="framework">Index of the Framework that counts, for ASP.NET's sections.</param>
    internal Registration Of(string section, int framework)
    {
        if (SectionSchemas.Find(section) is not { IsManaged: true } schema)
        {
            return new(applicationHost.Definition(section), applicationHost);
        }

        var files = frameworks.Levels[framework].Files;
        return files.Machine?.Definition(section) is { } machine ? new(machine, files.Machine)
            : files.RootWeb?.Definition(section) is { } root ? new(root, files.RootWeb)
            : files.Machine is { IsReadable: true } silent ? new(null, silent)
            : new(new SectionDefinition(section, OverrideMode.Allow, schema.AllowDefinition, true, 0), null);
    }
}

/// <summary>A section's registration.</summary>
/// <param name="Definition">Its rules; null where nothing registers it.</param>
/// <param name="File">The file that does, or should; null for what the Framework brings along.</param>
internal readonly record struct Registration(SectionDefinition? Definition, ConfigurationFile? File);
