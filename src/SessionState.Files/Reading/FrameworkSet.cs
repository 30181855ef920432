using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;
using SessionState.Files.Watching;

namespace SessionState.Files.Reading;

/// <summary>The machine.config and root web.config files of a server.</summary>
internal sealed class FrameworkSet
{
    private readonly ImmutableArray<(FrameworkPair Pair, FrameworkFile? Machine, FrameworkFile? RootWeb)> _pairs;

    public FrameworkSet(Disk disk, ConfigurationSetOptions options, IReadOnlyDictionary<string, string> variables, TimeProvider time)
    {
        _pairs =
        [
            .. FrameworkPaths.Of(options, variables).Select(pair => (
                pair, File(ConfigurationFileKind.Machine, pair.Machine), File(ConfigurationFileKind.RootWeb, pair.RootWeb))),
        ];
        LookAgain(null);

        FrameworkFile? File(ConfigurationFileKind kind, string? path) => path is null ? null : new(disk, time, kind, path);
    }

    /// <summary>What the engine gets: pairs of which at least one file is there.</summary>
    public ImmutableArray<FrameworkFiles> Files { get; private set; } = [];

    /// <summary>The files that are there.</summary>
    public IEnumerable<HostFile> Open => All.Select(file => file.Open).OfType<HostFile>();

    private IEnumerable<FrameworkFile> All => _pairs.SelectMany(pair => new[] { pair.Machine, pair.RootWeb }).OfType<FrameworkFile>();

    /// <summary>The file of that path, where it is there.</summary>
    public HostFile? Find(string path) => Open.FirstOrDefault(file => Disk.PathComparer.Equals(file.Path, path));

    /// <summary>Looks whether files came, went or changed.</summary>
    /// <returns>The paths of those that did.</returns>
    public IReadOnlyList<string> LookAgain(HalfWritten? patience)
    {
        var changed = new List<string>();
        foreach (var file in All)
        {
            var before = file.Path;
            if (file.LookAgain(patience))
            {
                changed.Add(file.Open is null ? before : file.Path);
            }
        }

        Refresh();
        return changed;
    }

    /// <summary>Takes over what a commit wrote into one of the files.</summary>
    public void Accept(HostFile file, CommitFile written, ConfigurationFile? parsed)
    {
        file.Accept(written, parsed);
        Refresh();
    }

    private void Refresh()
    {
        var found = _pairs.Where(pair => pair.Pair.IsNamed || pair.Machine?.Open is not null || pair.RootWeb?.Open is not null).ToList();
        Files = found.Count == 0 && _pairs.Length > 0
            ? [new(null, null, null, null) { Notes = [NoFramework(_pairs[0].Machine!.Path)] }]
            :
            [
                .. found.Select(pair => new FrameworkFiles(
                    pair.Pair.Version, pair.Pair.Is64Bit, pair.Machine?.Open?.Found.File, pair.RootWeb?.Open?.Found.File)
                {
                    Notes = [.. Missing(pair.Pair, pair.Machine).Concat(Missing(pair.Pair, pair.RootWeb))],
                }),
            ];
    }

    private static Diagnostic NoFramework(string path) => new(
        DiagnosticSeverity.Info,
        FileDiagnosticCodes.Missing,
        "No .NET Framework was found, so ASP.NET's own defaults are taken for what machine.config and the root web.config would say. "
        + $"The first place looked at was {path}.",
        null,
        null,
        null,
        null);

    private static IEnumerable<Diagnostic> Missing(FrameworkPair pair, FrameworkFile? file)
    {
        if (file is { Open: null })
        {
            yield return new(
                pair.IsNamed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                FileDiagnosticCodes.Missing,
                $"{file.Path} was not found, so ASP.NET's own defaults are taken for what it would say.",
                file.Path,
                null,
                null,
                "Name the file, or map the server's Windows folder to a folder here.");
        }
    }
}
