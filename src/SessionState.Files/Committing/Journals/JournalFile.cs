namespace SessionState.Files.Committing.Journals;

/// <summary>A journal as it was found in the history folder.</summary>
/// <param name="Id">What it is called: its own id, or for a damaged one a part of its bytes' hash.</param>
/// <param name="Journal">What it says; null where it is damaged.</param>
/// <param name="IsActive">True for the one that the last commit left, false for one that was set aside.</param>
internal sealed record JournalFile(string Id, Journal? Journal, bool IsActive);
