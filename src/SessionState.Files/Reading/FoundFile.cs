using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>A configuration file as it was found: what it means, and the state of the file that says so.</summary>
/// <param name="Name">Its name in its folder: on Linux it may be written "Web.config".</param>
/// <param name="Stamp">Tells whether the file changed since.</param>
internal sealed record FoundFile(string Name, ConfigurationFile File, FileState State, FileStamp Stamp)
{
    public const string WebConfigName = "web.config";

    public static bool IsWebConfig(ReadOnlySpan<char> name) => name.Equals(WebConfigName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Other files that hold sections of it.</summary>
    public FoundSource[] Sources { get; init; } = [];

    /// <summary>True where both say the same: the same bytes, or the same reason why there are none.</summary>
    public bool SaysTheSame(FoundFile? other) =>
        other is not null && other.Name == Name && other.State == State
        && Sources.Select(source => (source.Path, source.State)).SequenceEqual(other.Sources.Select(source => (source.Path, source.State)))
        && (State.Content is not null || other.File.Diagnostics[0].Message == File.Diagnostics[0].Message);
}
