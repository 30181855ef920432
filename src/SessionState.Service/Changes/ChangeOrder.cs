using SessionState.Contracts;
using SessionState.Service.Changes.Undo;

namespace SessionState.Service.Changes;

/// <summary>A change to be made: what somebody asked for and, where it takes another one back, which.</summary>
/// <param name="ChangeId">Chosen by whoever orders it.</param>
/// <param name="Change">What is to change.</param>
/// <param name="PlanDigest">Of the preview that a person saw; null where the Service itself takes a change back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Ticket">Ticket number; null for none.</param>
internal sealed record ChangeOrder(Guid ChangeId, ChangeRequest Change, string? PlanDigest, string Reason, string? Ticket)
{
    /// <summary>When it is to be taken back; null: never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it takes back; null where it is a change of its own.</summary>
    public UndoneChange? Undone { get; init; }

    /// <summary>Whether it is made at once although it takes a second person.</summary>
    public bool BreakGlass { get; init; }

    public static ChangeOrder Of(ApplyChangeRequest request) =>
        new(request.ChangeId, request.Change, request.PlanDigest, request.Reason, request.Ticket) { Until = request.Until, BreakGlass = request.BreakGlass };

    public static ChangeOrder Of(UndoneChange undone, UndoChangeRequest request) =>
        new(request.ChangeId, undone.ToRequest(), request.PlanDigest, request.Reason, request.Ticket)
        {
            Undone = undone,
            BreakGlass = request.BreakGlass,
        };
}
