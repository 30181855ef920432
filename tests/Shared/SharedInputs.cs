namespace SessionState.Tests.Shared;

/// <summary>
/// Finds the inputs that live beside the repository and never in it: configuration files of real servers, and the source of a generator
/// of servers. The folder is named by the variable SESSIONSTATE_SHARED; without it, it is the nearest <c>shared</c> above this program.
/// </summary>
internal static class SharedInputs
{
    public const string Variable = "SESSIONSTATE_SHARED";

    public const string WhyMissing =
        $"No folder with shared inputs: neither does {Variable} name one, nor is there a folder 'shared/corpus' beside the repository.";

    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder { get; } = Find() is { } found ? Real(found) : null;

    /// <summary>The folder of real configuration files (with manifest.jsonl and truth.jsonl), or null.</summary>
    public static string? Corpus => Folder is null ? null : Path.Combine(Folder, "corpus");

    /// <summary>The folder of the generator's project, or null.</summary>
    public static string? GeneratorSource => Folder is null ? null : Path.Combine(Folder, "iisgen", "IisConfigGen");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return HasCorpus(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (HasCorpus(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    // The folder may be a link, and files are reported by their real paths.
    private static string Real(string folder) => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;

    private static bool HasCorpus(string folder) => Directory.Exists(Path.Combine(folder, "corpus"));
}
