namespace SessionState.Files.Committing;

/// <summary>Leaves the steps of a commit early. Never leaves this project: it becomes the result.</summary>
internal sealed class CommitRefusal(CommitOutcome outcome, string message, string? file, string? remedy)
    : Exception(message)
{
    public CommitResult ToResult() => new(outcome, Message, file, remedy, null);
}
