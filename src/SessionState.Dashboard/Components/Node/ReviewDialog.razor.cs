using Microsoft.AspNetCore.Components;
using MudBlazor;
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

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    [Parameter, EditorRequired]
    public required ChangeFlow Flow { get; set; }

    [Parameter]
    public EventCallback OnApplied { get; set; }

    public void Open() => _dialog.Open();

    /// <summary>What a draft of a node's change is kept under.</summary>
    public static string Purpose(string path) => $"change {path}";

    private async Task ApplyAsync()
    {
        if (await Person.GetAsync() is { } user && await Flow.ApplyAsync(user, CancellationToken.None) is { } result)
        {
            await _dialog.CloseAsync();
            Tell($"Done: {result.Summary}.", "Audit record", DashboardUrls.Record(result.AuditSequence));
            await OnApplied.InvokeAsync();
        }
    }

    private async Task RequestAsync()
    {
        if (await Person.GetAsync() is { } user && await Flow.RequestAsync(user, CancellationToken.None) is { } asked)
        {
            await _dialog.CloseAsync();
            Tell($"Asked for approval: {asked.Summary}.", "Open the request", DashboardUrls.Approval(asked.Id));
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
        NextStep.SignInAgain => SignIn.GoAsync(Purpose(Flow.Node.Path), Flow.Form.ToDraft()),
        _ => ApplyAsync(),
    };

    private void Tell(string what, string action, string address) => Snackbar.Add(what, Severity.Success, options =>
    {
        options.Action = action;
        options.OnClick = _ =>
        {
            Navigation.NavigateTo(address);
            return Task.CompletedTask;
        };
    });
}
