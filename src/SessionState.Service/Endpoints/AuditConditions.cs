using SessionState.Contracts;

namespace SessionState.Service.Endpoints;

/// <summary>The conditions of a list or export of the audit, as query parameters.</summary>
internal sealed record AuditConditions(
    string? Who,
    string? Path,
    string? Setting,
    Word<ChangeAction>? Action,
    string? Ticket,
    Word<AuditOutcome>? Outcome,
    Word<AuditType>? Type,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Text,
    string? Before,
    string? After)
{
    public AuditQuery ToQuery() => new()
    {
        Who = Who,
        Path = Path,
        Setting = Setting,
        Action = Action?.Value,
        Ticket = Ticket,
        Outcome = Outcome?.Value,
        Type = Type?.Value,
        From = From,
        To = To,
        Text = Text,
        Before = Before,
        After = After,
    };
}
