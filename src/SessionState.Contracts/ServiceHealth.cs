namespace SessionState.Contracts;

/// <summary>How a Service fares on its machine, for whoever runs it.</summary>
/// <param name="RunsAs">The operating-system user whose rights decide.</param>
/// <param name="Version">The version of the Service.</param>
/// <param name="LookedAt">When all files were last looked at for changes that others made (UTC).</param>
/// <param name="Files">The configuration files that were read or should have been, at most <see cref="MaxFiles"/>; those that could not be read first.</param>
/// <param name="FileCount">How many there are in all.</param>
/// <param name="UnreadCount">How many could not be read.</param>
/// <param name="Checks">What was checked just now, without writing anything to a site.</param>
public sealed record ServiceHealth(
    string RunsAs,
    string Version,
    DateTimeOffset LookedAt,
    IReadOnlyList<ReadFile> Files,
    int FileCount,
    int UnreadCount,
    IReadOnlyList<ServiceCheck> Checks)
{
    /// <summary>Most files in one answer.</summary>
    public const int MaxFiles = 500;
}

/// <summary>A configuration file as it was read.</summary>
/// <param name="File">Where it is, as the Service sees it.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal; null where it could not be read.</param>
public sealed record ReadFile(string File, string? Hash);

/// <summary>How a check ended.</summary>
public enum CheckState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, but not for everything or not for long.</summary>
    Warning,

    /// <summary>Something that the Service is for does not work.</summary>
    Bad,

    /// <summary>It cannot be told here.</summary>
    Unknown,
}

/// <summary>Something that the Service needs, and whether it has it.</summary>
/// <param name="Name">In a few words: "Write applicationHost.config".</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Places">The files or folders that it is about; not all where there are many.</param>
/// <param name="Remedy">What to do about it; null where there is nothing to do.</param>
public sealed record ServiceCheck(string Name, CheckState State, string Sentence, IReadOnlyList<string> Places, string? Remedy);
