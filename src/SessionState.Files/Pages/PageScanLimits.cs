namespace SessionState.Files.Pages;

/// <summary>How much one look for pages may read. What lies beyond is said, not silently left out.</summary>
public sealed record PageScanLimits
{
    /// <summary>Most pages.</summary>
    public int Files { get; init; } = 5_000;

    /// <summary>Most folders.</summary>
    public int Folders { get; init; } = 5_000;

    /// <summary>Most bytes of all pages together.</summary>
    public long Bytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Most files named in <see cref="PageScan.Skipped"/>; the rest are counted.</summary>
    public int Skipped { get; init; } = 50;
}
