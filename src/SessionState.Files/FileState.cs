namespace SessionState.Files;

/// <summary>One file of a snapshot, as it was when it was read.</summary>
public readonly record struct FileState
{
    internal FileState(ContentHash? content) => Content = content;

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits; null where it could not be read.</summary>
    public string? Hash => Content?.ToString();

    internal ContentHash? Content { get; }
}
