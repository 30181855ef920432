using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>One .NET Framework's machine.config and root web.config, as levels above the server's.</summary>
internal sealed class FrameworkLevel
{
    internal const int MachineDepth = -2;
    internal const int RootWebDepth = -1;

    internal FrameworkLevel(FrameworkFiles files, int index)
    {
        Files = files;
        Index = (sbyte)index;
        Levels =
        [
            .. new[] { (files.Machine, MachineDepth), (files.RootWeb, RootWebDepth) }
                .Where(level => level.Item1 is not null)
                .Select(level => new FrameworkFileLevel(level.Item1!, new ConfigurationNode(level.Item2, Index), new HostTags(level.Item1!))),
        ];
    }

    internal FrameworkFiles Files { get; }

    /// <summary>Its place in <see cref="Frameworks"/>.</summary>
    internal sbyte Index { get; }

    /// <summary>The files there are, machine.config first.</summary>
    internal FrameworkFileLevel[] Levels { get; }

    /// <summary>What keeps ASP.NET from starting at all; null for nothing.</summary>
    internal Diagnostic? Broken => Files.Machine?.Fatal ?? Files.RootWeb?.Fatal;

    /// <summary>Whether one of the files registers the section, so that a file below may not.</summary>
    internal bool Registers(string section) => Files.Machine?.Definition(section) is not null || Files.RootWeb?.Definition(section) is not null;
}

/// <summary>One of the two files.</summary>
/// <param name="File">The file.</param>
/// <param name="Owner">Stands for its level; its depth is below zero.</param>
/// <param name="Tags">Its location tags, by the site they name.</param>
internal sealed record FrameworkFileLevel(ConfigurationFile File, ConfigurationNode Owner, HostTags Tags);
