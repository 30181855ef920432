using SessionState.Files.Disks;

namespace SessionState.Files;

/// <summary>One file of a snapshot, as it was when it was read.</summary>
public sealed class FileState
{
    internal FileState(ContentHash content, FileStamp stamp)
    {
        Content = content;
        Stamp = stamp;
    }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Hash => Content.ToString();

    /// <summary>Its size in bytes.</summary>
    public long Size => Stamp.Size;

    internal ContentHash Content { get; }

    internal FileStamp Stamp { get; }
}
