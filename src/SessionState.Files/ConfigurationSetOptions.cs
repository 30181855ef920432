namespace SessionState.Files;

/// <summary>Which server's files to read, and how its Windows paths lead to folders of this machine.</summary>
public sealed record ConfigurationSetOptions
{
    /// <summary>Path of applicationHost.config on this machine.</summary>
    public required string ApplicationHostConfig { get; init; }

    /// <summary>
    /// Path of machine.config on this machine, for every application pool; null: those of the server's .NET Framework folders
    /// (<c>%windir%\Microsoft.NET</c>) are looked for, each for the pools that run it.
    /// </summary>
    public string? MachineConfig { get; init; }

    /// <summary>Path of the root web.config on this machine; null as for <see cref="MachineConfig"/>.</summary>
    public string? RootWebConfig { get; init; }

    /// <summary>
    /// Where the server's folders are here; the longest <see cref="PathMapping.From"/> that fits wins. Empty on the server itself.
    /// </summary>
    public IReadOnlyList<PathMapping> PathMap { get; init; } = [];

    /// <summary>
    /// Values of <c>%names%</c> in physical paths, by name without percent signs and without regard to case. They are added to
    /// <see cref="ServerVariables.Default"/> and win over it. The process environment is never asked on other systems than Windows.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A folder of our own for the copies made before each change and for the lock that keeps two services apart; null: this set is only
    /// read.
    /// </summary>
    public string? HistoryFolder { get; init; }

    /// <summary>Most folders read below one virtual directory's folder. What lies beyond is reported, not silently left out.</summary>
    public int FolderLimit { get; init; } = 10_000;
}
