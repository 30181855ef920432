namespace SessionState.Files;

/// <summary>One file of a commit.</summary>
/// <param name="File">A file of the set, or the web.config that a folder of the set does not have yet.</param>
/// <param name="ExpectedHash">SHA-256 of the bytes the change was worked out on (hexadecimal); null: the file must not exist yet.</param>
/// <param name="NewBytes">The whole new content.</param>
public sealed record CommitFile(string File, string? ExpectedHash, byte[] NewBytes)
{
    private ContentHash? _newHash;

    /// <summary>The bytes that <see cref="ExpectedHash"/> is of, where they are at hand: comparing is quicker than hashing. Else null.</summary>
    internal byte[]? ExpectedBytes { get; init; }

    /// <summary>SHA-256 of the new bytes (hexadecimal), as the audit announces it.</summary>
    public string NewBytesHash => NewHash.ToString();

    /// <summary>Computed once: applicationHost.config can be large.</summary>
    internal ContentHash NewHash => _newHash ??= ContentHash.Of(NewBytes);
}
