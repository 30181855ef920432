using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Approvals;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard.Components.Approvals;

/// <summary>One request: who asks for what and why, exactly what it would do, and what this person can do about it.</summary>
public sealed partial class ApprovalPane : FeedComponent
{
    private ElementReference _heading;
    private ApprovalFlow _flow = default!;
    private long _readAt;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required Guid Id { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private string Purpose => $"decide {Id}";

    public async Task FocusAsync() => await _heading.FocusAsync();

    protected override async Task OnInitializedAsync()
    {
        _flow = new(Service, Id);
        _readAt = Feed.Current.AuditHead;
        _flow.Comment = await SignIn.TakeBackAsync<string>(Purpose) ?? "";
        await _flow.LoadAsync(CancellationToken.None);
    }

    // Somebody else may have decided it meanwhile.
    protected override async Task FollowAsync(FeedChange change)
    {
        if (change.State.AuditHead != _readAt && !_flow.IsBusy)
        {
            _readAt = change.State.AuditHead;
            await _flow.LoadAsync(CancellationToken.None);
        }
    }

    private async Task DecideAsync(bool approve)
    {
        if (!_flow.IsBusy && await Person.GetAsync() is { } user && await _flow.DecideAsync(user, approve, CancellationToken.None))
        {
            await DoneAsync(approve ? "Approved." : "Rejected.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (!_flow.IsBusy && await Person.GetAsync() is { } user && await _flow.WithdrawAsync(user, CancellationToken.None))
        {
            await DoneAsync("Withdrawn.");
        }
    }

    private async Task MakeAsync()
    {
        if (!_flow.IsBusy && await Person.GetAsync() is { } user && await _flow.MakeAsync(user, CancellationToken.None) is { } result)
        {
            await DoneAsync($"Done: {result.Summary}.");
        }
    }

    // The button that was pressed is gone, so the focus needs another place nearby.
    private async Task DoneAsync(string what)
    {
        Snackbar.Add(what, Severity.Success);
        await FocusAsync();
    }

    private Task StepAsync(NextStep step) =>
        step == NextStep.SignInAgain ? SignIn.GoAsync(Purpose, _flow.Comment) : _flow.LoadAsync(CancellationToken.None);

    private Task KeyAsync(KeyboardEventArgs args) => args.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
