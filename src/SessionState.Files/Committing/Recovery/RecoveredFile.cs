namespace SessionState.Files;

/// <summary>One file of an interrupted commit, as it is after the recovery.</summary>
/// <param name="File">Its path.</param>
/// <param name="HashBefore">SHA-256 of the old bytes (hexadecimal); null: there was no file.</param>
/// <param name="HashAfter">SHA-256 of the new bytes.</param>
/// <param name="State">Which of them it is now.</param>
public sealed record RecoveredFile(string File, string? HashBefore, string HashAfter, RecoveredFileState State);
