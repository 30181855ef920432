using System.Collections.Immutable;

namespace SessionState.Files;

/// <summary>One interrupted commit and what became of it.</summary>
/// <param name="Id">Names it, in messages and for <see cref="CommitRecovery.Acknowledge"/>.</param>
/// <param name="InterruptedAt">When it had prepared everything (UTC); null where the journal is damaged.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Files">Its files; empty where the journal is damaged.</param>
/// <param name="Message">What was found and done, in plain words.</param>
/// <param name="Remedy">What a person has to do; null: nothing.</param>
public sealed record RecoveredCommit(
    string Id,
    DateTimeOffset? InterruptedAt,
    RecoveryOutcome Outcome,
    ImmutableArray<RecoveredFile> Files,
    string Message,
    string? Remedy)
{
    /// <summary>True where it is over: completed or taken back.</summary>
    public bool IsFinished => Outcome is RecoveryOutcome.Forward or RecoveryOutcome.Discarded;
}
