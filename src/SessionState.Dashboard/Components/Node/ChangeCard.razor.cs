using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Node;

/// <summary>The form for changing one setting of the node. It writes nothing; it leads to the review.</summary>
public sealed partial class ChangeCard
{
    private ElementReference _title;
    private ChangeReason? _reason;
    private ReviewDialog? _review;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Parameter, EditorRequired]
    public required ChangeFlow Flow { get; set; }

    private ChangeForm Form => Flow.Form;

    private bool MayChange => May(Permission.SessionSet) || May(Permission.SessionClear) || May(Permission.LockSet);

    private bool NeedsTicket => Feed.Rights.NeedsTicket(Permission.SessionSet, Flow.Node.Path, Form.Setting.Setting);

    // Another place or value is chosen right here; only what may work again as it is gets a button.
    private EventCallback<NextStep> NextStep(Problem problem) =>
        ProblemAdvice.For(problem.Code).Step == Model.Changes.NextStep.BackToForm ? default : EventCallback.Factory.Create<NextStep>(this, _ => ReviewAsync());

    // The button that opened the review is gone with the filled-in form, so the focus needs another place nearby.
    private async Task AppliedAsync() => await _title.FocusAsync();

    /// <summary>Brings the form to the person who chose what to do elsewhere.</summary>
    public async Task FocusAsync() => await _title.FocusAsync();

    private bool May(Permission permission) => Feed.Rights.May(permission, Flow.Node.Path);

    private void ChooseSetting(ChangeEventArgs args)
    {
        if (Flow.Node.Settings.FirstOrDefault(setting => setting.Setting == args.Value?.ToString()) is { } chosen)
        {
            Flow.Choose(chosen);
        }
    }

    private async Task ReviewAsync()
    {
        // The button stays enabled meanwhile: a disabled one loses the focus, and the dialog could not give it back.
        if (Flow.IsBusy || await Person.GetAsync() is not { } user)
        {
            return;
        }

        if (await Flow.ReviewAsync(user, CancellationToken.None))
        {
            _review?.Open();
        }
        else if (Flow.Errors.Reason is not null && _reason is not null)
        {
            await _reason.FocusAsync();
        }
    }
}
