using SessionState.Engine.Text;

namespace SessionState.Files.Reading;

/// <summary>What belongs to a folder where one or more virtual directories start.</summary>
internal sealed class RootFolder(string path)
{
    private int _count;

    public string Path => path;

    /// <summary>The virtual directories' paths that lead here.</summary>
    public ContentPlace[] Places { get; set; } = [];

    /// <summary>Why not everything below was read; null where it was.</summary>
    public Diagnostic? Problem { get; set; }

    /// <summary>Counts one more folder below, up to the next start of a virtual directory.</summary>
    /// <returns>False where there are too many.</returns>
    public bool TryAdd(int limit) => ++_count <= limit;

    public void Remove() => _count--;
}
