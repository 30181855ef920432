using SessionState.Engine.Hierarchy;
using SessionState.Files.Paths;

namespace SessionState.Files.Reading;

/// <summary>Where the .NET Framework's machine.config and root web.config would be (Microsoft, "ASP.NET Configuration File Hierarchy").</summary>
internal static class FrameworkPaths
{
    private static readonly (string Version, string Folder)[] Versions = [("v4.0", "v4.0.30319"), ("v2.0", "v2.0.50727")];
    private static readonly (bool Is64Bit, string Folder)[] Bitnesses = [(true, "Framework64"), (false, "Framework")];

    /// <summary>The files of each version and bitness; just one pair, for all, where a person named the files.</summary>
    public static IEnumerable<FrameworkPair> Of(ConfigurationSetOptions options, IReadOnlyDictionary<string, string> variables)
    {
        if (options.MachineConfig is not null || options.RootWebConfig is not null)
        {
            yield return new(null, null, FullPath(options.MachineConfig), FullPath(options.RootWebConfig)) { IsNamed = true };
            yield break;
        }

        var map = new PathMap(options.PathMap);
        foreach (var (version, versionFolder) in Versions)
        {
            foreach (var (is64Bit, folder) in Bitnesses)
            {
                var path = PhysicalPath.Parse($@"{variables["windir"]}\Microsoft.NET\{folder}\{versionFolder}\Config");
                var isHere = path.Kind is PhysicalPathKind.Drive && OperatingSystem.IsWindows();
                if ((map.Map(path) ?? (isHere ? path.ToString() : null)) is { } here)
                {
                    yield return new(version, is64Bit, Path.Join(here, "machine.config"), Path.Join(here, FoundFile.WebConfigName));
                }
            }
        }
    }

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);
}

/// <summary>The two files of one .NET Framework folder, existing or not.</summary>
/// <param name="Version">See <see cref="FrameworkFiles"/>.</param>
/// <param name="Is64Bit">See <see cref="FrameworkFiles"/>.</param>
/// <param name="Machine">Path of machine.config; null for none.</param>
/// <param name="RootWeb">Path of the root web.config; null for none.</param>
internal sealed record FrameworkPair(string? Version, bool? Is64Bit, string? Machine, string? RootWeb)
{
    /// <summary>True where a person named the files, so that a missing one is worth a word.</summary>
    public bool IsNamed { get; init; }
}
