using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Locking;

/// <summary>What the files above say about a section at a node, and which of them had the last word.</summary>
/// <param name="IsDenied">True where lower files may not hold the section.</param>
/// <param name="File">The file with the last word; null where none says anything.</param>
/// <param name="Line">Line of its registration or location tag.</param>
/// <param name="Tag">The location tag; null for the registration.</param>
internal readonly record struct LockState(bool IsDenied, ConfigurationFile? File, int Line, LocationTag? Tag)
{
    /// <summary>What locks, as the end of a sentence.</summary>
    internal string Reason => Tag is null
        ? $"by default: overrideModeDefault=\"Deny\" in {File?.Path}, line {Line}"
        : $"by the location tag '{Tag.Path}' in {File?.Path}, line {Line}";
}
