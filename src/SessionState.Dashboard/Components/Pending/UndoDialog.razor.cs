using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Pending;

/// <summary>Shows what taking a change back does, asks why, and does it.</summary>
public sealed partial class UndoDialog
{
    private ModalDialog _dialog = default!;
    private ElementReference _reason;
    private UndoFlow? _flow;
    private Guid _changeId;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    /// <summary>After the change was taken back.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    public async Task OpenAsync(Guid changeId)
    {
        _flow = new(Service, changeId);
        _changeId = changeId;
        if (await SignIn.TakeBackAsync<UndoDraft>(Purpose) is { } draft)
        {
            (_flow.Reason, _flow.Ticket) = (draft.Reason, draft.Ticket);
        }

        _dialog.Open();
        await ReviewAsync();
    }

    private async Task ReviewAsync()
    {
        if (_flow is not null && await Person.GetAsync() is { } user)
        {
            await _flow.ReviewAsync(user, CancellationToken.None);
            StateHasChanged();
        }
    }

    private async Task ApplyAsync()
    {
        if (_flow is null or { IsBusy: true } || await Person.GetAsync() is not { } user)
        {
            return;
        }

        var done = _flow.AsksForApproval
            ? (await _flow.RequestAsync(user, CancellationToken.None) is { } asked ? $"Asked for approval: {asked.Summary}." : null)
            : await _flow.ApplyAsync(user, CancellationToken.None) is { } result ? $"Done: {result.Summary}." : null;
        if (done is not null)
        {
            await _dialog.CloseAsync();
            Snackbar.Add(done, Severity.Success);
            await OnDone.InvokeAsync();
        }
        else if (_flow.ReasonError is not null)
        {
            await _reason.FocusAsync();
        }
    }

    private Task StepAsync(NextStep step) => step switch
    {
        NextStep.ReviewAgain => ReviewAsync(),
        NextStep.SignInAgain => SignIn.GoAsync(Purpose, new UndoDraft(_flow!.Reason, _flow.Ticket)),
        _ => ApplyAsync(),
    };

    private void Forget() => _flow = null;

    private static string EffectText(int count) => count switch
    {
        0 => "No effective value changes.",
        1 => "The value of one node changes.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} values change."),
    };

    private string Purpose => $"undo {_changeId}";

    private sealed record UndoDraft(string Reason, string Ticket);
}
