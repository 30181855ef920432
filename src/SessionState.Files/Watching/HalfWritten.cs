using SessionState.Files.Reading;

namespace SessionState.Files.Watching;

/// <summary>
/// Remembers files that were good and are malformed now. An editor that writes in place is seen half-way, so such a file is believed only
/// when the next look finds it malformed too.
/// </summary>
internal sealed class HalfWritten
{
    private readonly HashSet<string> _suspects = [];

    /// <summary>True where another look should come soon.</summary>
    public bool Any => _suspects.Count > 0;

    /// <param name="before">The file as it was; null where there was none.</param>
    /// <param name="now">The file as it is; null where there is none.</param>
    public bool ShouldWait(FoundFile? before, FoundFile? now)
    {
        if (now is null)
        {
            return false;
        }

        var path = now.File.Path;
        if (now.File.IsReadable || before is { File.IsReadable: false })
        {
            _suspects.Remove(path);
            return false;
        }

        return _suspects.Add(path) || !_suspects.Remove(path);
    }
}
