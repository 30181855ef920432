using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>Taking one change back: what it would do, why, and doing it.</summary>
public sealed class UndoFlow(IConfigurationService service, Guid changeId)
{
    private Guid _undoId = Guid.NewGuid();

    /// <summary>What it would do; null before that was asked, and where it is not possible.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>Why the last step was refused; null where it was not.</summary>
    public Problem? Problem { get; private set; }

    public bool IsBusy { get; private set; }

    public string Reason { get; set; } = "";

    public string Ticket { get; set; } = "";

    /// <summary>What is wrong with the reason; null where nothing is, or where nobody tried yet.</summary>
    public string? ReasonError { get; private set; }

    public async Task ReviewAsync(ActingUser user, CancellationToken cancel)
    {
        var answer = await BusyAsync(service.PreviewUndoAsync(user, changeId, cancel));
        (Preview, Problem) = (answer.Value, answer.Problem);
        _undoId = Guid.NewGuid();
    }

    /// <summary>Takes it back. Again after a failure is safe. Null: <see cref="Problem"/> or <see cref="ReasonError"/> says why.</summary>
    public async Task<ChangeResult?> ApplyAsync(ActingUser user, CancellationToken cancel)
    {
        ReasonError = string.IsNullOrWhiteSpace(Reason) ? "Say why. The audit keeps the reason."
            : Reason.Trim().Length > ApplyChangeRequest.MaxReasonLength ? $"At most {ApplyChangeRequest.MaxReasonLength} characters." : null;
        if (ReasonError is not null || Preview is not { } preview)
        {
            return null;
        }

        var request = new UndoChangeRequest(_undoId, preview.PlanDigest, Reason.Trim(), Ticket.Trim() is { Length: > 0 } ticket ? ticket : null);
        var answer = await BusyAsync(service.UndoAsync(user, changeId, request, cancel));
        Problem = answer.Problem;
        return answer.Value;
    }

    private async Task<ServiceResult<T>> BusyAsync<T>(Task<ServiceResult<T>> call)
        where T : class
    {
        IsBusy = true;
        try
        {
            return await call;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
