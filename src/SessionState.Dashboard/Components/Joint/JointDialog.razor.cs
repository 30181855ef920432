using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Joint;

namespace SessionState.Dashboard.Components.Joint;

/// <summary>Several changes as one: what is to be changed, one review of all of it, one table of what was done.</summary>
public sealed partial class JointDialog
{
    private ModalDialog _dialog = default!;
    private JointForm? _form;
    private JointFlow? _flow;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    /// <summary>After the change was made and its result read.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private string Title => _flow switch
    {
        { Result: not null } => "What was changed",
        { Asked: not null } => "Waiting for approval",
        { Preview: not null } => "Review the change",
        _ => _flow?.Title ?? "",
    };

    private string? Revision => Feed.Current.Tree?.Revision;

    private bool NeedsTicket => _flow?.Parts.Any(part => Feed.Rights.NeedsTicket(Permission.SessionSet, part.Target.Path, part.Target.Setting)) ?? false;

    public async Task OpenAsync(string title, IReadOnlyList<JointPart> parts)
    {
        _flow = new(Service, title, parts);
        if (await SignIn.TakeBackAsync<JointDraft>(Purpose) is { } draft)
        {
            (_flow.Reason, _flow.Ticket) = (draft.Reason, draft.Ticket);
        }

        StateHasChanged();
        _dialog.Open();
    }

    private async Task ReviewAsync()
    {
        if (_flow is { IsBusy: false } && Revision is { } revision && await Person.GetAsync() is { } user
            && !await _flow.ReviewAsync(user, revision, CancellationToken.None) && _flow.ReasonError is not null && _form is not null)
        {
            await _form.FocusAsync();
        }
    }

    private async Task ApplyAsync()
    {
        if (_flow is { IsBusy: false } && await Person.GetAsync() is { } user)
        {
            await _flow.ApplyAsync(user, CancellationToken.None);
        }
    }

    private async Task RequestAsync()
    {
        if (_flow is { IsBusy: false } && await Person.GetAsync() is { } user)
        {
            await _flow.RequestAsync(user, CancellationToken.None);
        }
    }

    private async Task StepAsync(NextStep step)
    {
        switch (step)
        {
            case NextStep.ReviewAgain:
                await ReviewAsync();
                break;
            case NextStep.BackToForm:
                _flow?.Back();
                break;
            case NextStep.SignInAgain:
                await SignIn.GoAsync(Purpose, new JointDraft(_flow!.Reason, _flow.Ticket));
                break;
            default:
                await ApplyAsync();
                break;
        }
    }

    private async Task Forget()
    {
        var done = _flow is { Result: not null } or { Asked: not null };
        _flow = null;
        if (done)
        {
            await OnDone.InvokeAsync();
        }
    }

    // Whatever is changed together: which nodes were marked is not kept, and is chosen anew.
    private const string Purpose = "joint change";

    private sealed record JointDraft(string Reason, string Ticket);
}
