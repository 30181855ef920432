using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>Taking one change back: what it would do, why, and doing it.</summary>
public sealed class UndoFlow(IConfigurationService service, Guid changeId) : BusyFlow
{
    private Guid _undoId = Guid.NewGuid();

    /// <summary>What it would do; null before that was asked, and where it is not possible.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>Why the last step was refused; null where it was not.</summary>
    public Problem? Problem { get; private set; }

    public string Reason { get; set; } = "";

    public string Ticket { get; set; } = "";

    /// <summary>What is wrong with the reason; null where nothing is, or where nobody tried yet.</summary>
    public string? ReasonError { get; private set; }

    /// <summary>Whether it is done at once although it takes a second person: an emergency.</summary>
    public bool BreakGlass { get; set; }

    /// <summary>Whether a second person is asked for it instead of doing it now.</summary>
    public bool AsksForApproval => Preview?.Approval is not null && !BreakGlass;

    public async Task ReviewAsync(ActingUser user, CancellationToken cancel)
    {
        var answer = await BusyAsync(service.PreviewUndoAsync(user, changeId, cancel));
        (Preview, Problem) = (answer.Value, answer.Problem);
        _undoId = Guid.NewGuid();
    }

    /// <summary>Takes it back. Again after a failure is safe. Null: <see cref="Problem"/> or <see cref="ReasonError"/> says why.</summary>
    public async Task<ChangeResult?> ApplyAsync(ActingUser user, CancellationToken cancel) =>
        ToRequest() is { } request ? Take(await BusyAsync(service.UndoAsync(user, changeId, request, cancel))) : null;

    /// <summary>Asks for a second person for taking it back. Null: the same.</summary>
    public async Task<ApprovalInfo?> RequestAsync(ActingUser user, CancellationToken cancel) =>
        ToRequest() is { } request ? Take(await BusyAsync(service.RequestUndoApprovalAsync(user, changeId, request, cancel))) : null;

    private UndoChangeRequest? ToRequest()
    {
        ReasonError = ChangeReason.Check(Reason);
        return IsBusy || ReasonError is not null || Preview is not { NothingToDo: false } preview
            ? null
            : new(_undoId, preview.PlanDigest, Reason.Trim(), ChangeReason.Ticket(Ticket)) { BreakGlass = BreakGlass };
    }

    private T? Take<T>(ServiceResult<T> answer)
        where T : class
    {
        Problem = answer.Problem;
        return answer.Value;
    }
}
