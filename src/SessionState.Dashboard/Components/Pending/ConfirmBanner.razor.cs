using Microsoft.AspNetCore.Components;
using MudBlazor;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Pending;

/// <summary>On every page: changes of the whole server that somebody must confirm, or they are taken back.</summary>
public sealed partial class ConfirmBanner
{
    private UndoDialog? _undo;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    private async Task ConfirmAsync(PendingChange change)
    {
        if (await Person.GetAsync() is { } user)
        {
            var answer = await Service.ConfirmAsync(user, change.ChangeId, CancellationToken.None);
            Snackbar.Add(
                answer.Problem is { } problem ? $"{problem.Title}. {problem.Detail}" : $"Confirmed: {change.Summary}.",
                answer.Problem is null ? Severity.Success : Severity.Error);
        }
    }
}
