using System.Collections.Immutable;

namespace SessionState.Files;

/// <summary>A new snapshot took the place of another.</summary>
/// <param name="Before">The snapshot until now.</param>
/// <param name="After">The snapshot from now on.</param>
/// <param name="ChangedFiles">Files whose content is another, that are new, or that are gone; in order of their paths.</param>
/// <param name="External">False for our own <see cref="ConfigurationSet.Commit"/>; true where somebody else changed files.</param>
public sealed record SnapshotChanged(
    ConfigurationSnapshot Before, ConfigurationSnapshot After, ImmutableArray<string> ChangedFiles, bool External)
{
    /// <summary>When the files were last found as they were before; null for our own commit.</summary>
    public DateTimeOffset? UnchangedAt { get; init; }

    /// <summary>What <see cref="ConfigurationSet.Mark"/> said when the snapshot was made.</summary>
    public long Mark { get; init; }
}
