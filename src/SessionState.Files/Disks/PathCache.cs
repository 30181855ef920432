namespace SessionState.Files.Disks;

/// <summary>Folders already resolved in one load or sweep: the sites of a server share most of their paths.</summary>
internal sealed class PathCache
{
    /// <summary>Path as asked for → true path.</summary>
    public Dictionary<string, string> Resolved { get; } = new(StringComparer.Ordinal);

    /// <summary>True path of a folder → the names in it, without regard to case.</summary>
    public Dictionary<string, Dictionary<string, string>> Names { get; } = new(StringComparer.Ordinal);
}
