using Microsoft.AspNetCore.Components;
using MudBlazor;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Node;

/// <summary>Shows exactly what will be written and what follows from it, and then does exactly that.</summary>
public sealed partial class ReviewDialog
{
    private ModalDialog _dialog = default!;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required ChangeFlow Flow { get; set; }

    [Parameter]
    public EventCallback OnApplied { get; set; }

    public void Open() => _dialog.Open();

    private async Task ApplyAsync()
    {
        if (await Person.GetAsync() is { } user && await Flow.ApplyAsync(user, CancellationToken.None) is { } result)
        {
            await _dialog.CloseAsync();
            Tell(result);
            await OnApplied.InvokeAsync();
        }
    }

    private async Task ReviewAgainAsync()
    {
        if (await Person.GetAsync() is { } user && !await Flow.ReviewAsync(user, CancellationToken.None))
        {
            await _dialog.CloseAsync();
        }
    }

    private Task StepAsync(NextStep step) => step switch
    {
        NextStep.ReviewAgain => ReviewAgainAsync(),
        NextStep.BackToForm => _dialog.CloseAsync(),
        _ => ApplyAsync(),
    };

    private void Tell(ChangeResult result) => Snackbar.Add($"Done: {result.Summary}.", Severity.Success, options =>
    {
        options.Action = "Audit record";
        options.OnClick = _ =>
        {
            Navigation.NavigateTo(DashboardUrls.Record(result.AuditSequence));
            return Task.CompletedTask;
        };
    });
}
