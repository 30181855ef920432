using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>What somebody had filled in to change a node, kept while they sign in again.</summary>
public sealed record ChangeDraft(
    string Setting, ChangeAction Action, string Input, string? CommitPath, string Reason, string Ticket, EndChoice End, DateTimeOffset? Until);
