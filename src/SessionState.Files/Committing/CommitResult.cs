namespace SessionState.Files;

/// <summary>How a commit ended, for the program and for the person.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Message">What happened, in plain words with file and user; "" when committed.</param>
/// <param name="File">The file it failed at; null when committed and for the lock.</param>
/// <param name="Remedy">What would help; null where nothing is known.</param>
/// <param name="Snapshot">The snapshot after a commit; null where nothing was written.</param>
public sealed record CommitResult(
    CommitOutcome Outcome, string Message, string? File, string? Remedy, ConfigurationSnapshot? Snapshot)
{
    /// <summary>True where all files were written.</summary>
    public bool IsCommitted => Outcome is CommitOutcome.Committed;
}
