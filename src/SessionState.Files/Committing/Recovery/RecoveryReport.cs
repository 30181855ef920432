using System.Collections.Immutable;
using SessionState.Files.Committing;

namespace SessionState.Files;

/// <summary>What a recovery found of interrupted commits, and what it did.</summary>
/// <param name="Commits">Each of them; empty: there were none.</param>
/// <param name="Problem">Why nothing could be looked at; null where it could.</param>
/// <param name="Remedy">What would help; null where nothing is known.</param>
public sealed record RecoveryReport(ImmutableArray<RecoveredCommit> Commits, string? Problem = null, string? Remedy = null)
{
    /// <summary>No commit was interrupted.</summary>
    public static RecoveryReport Nothing { get; } = new([]);

    /// <summary>True where nothing is left to do, for us or for a person.</summary>
    public bool IsFinished => Problem is null && Commits.All(commit => commit.IsFinished);

    internal static RecoveryReport Of(CommitRefusal refusal)
    {
        var result = refusal.ToResult();
        return new([], result.Message, result.Remedy);
    }
}
