using SessionState.Contracts;
using SessionState.Dashboard.Model.Pages;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>One change from the form over the review to its result. Nothing is written before somebody has seen what will be.</summary>
public sealed class ChangeFlow : BusyFlow
{
    /// <summary>A change of this many nodes asks for the node's name, so that nobody makes it in passing.</summary>
    public const int ManyEffects = 100;

    private readonly IConfigurationService _service;
    private Guid _changeId;

    public ChangeFlow(IConfigurationService service, NodeDetails node, SettingValue setting)
    {
        _service = service;
        Node = node;
        Form = new(setting);
        Pages = new(service, node.Path);
    }

    public NodeDetails Node { get; private set; }

    /// <summary>What is known of the node's pages.</summary>
    public PageLook Pages { get; }

    public ChangeForm Form { get; private set; }

    public ChangeErrors Errors { get; private set; } = ChangeErrors.None;

    /// <summary>What the change would do; null before it was reviewed.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>Why the last step was refused; null where it was not.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The node's name as typed for confirming a large change.</summary>
    public string Confirmation { get; set; } = "";

    public bool AsksForName => Preview is { NothingToDo: false } && (Node.Kind == NodeKind.Server || Preview.EffectCount > ManyEffects || Preview.Rehearsal is { StartFailingCount: > 0 });

    /// <summary>True when somebody changed the configuration while the review was being read.</summary>
    public bool IsOutdated => !IsBusy && Preview is not null && Preview.Request.Revision != Node.Revision;

    public bool CanApply => !IsBusy && !IsOutdated && Preview is { NothingToDo: false }
        && (!AsksForName || Confirmation.Trim().Equals(Node.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is made at once although it takes a second person: an emergency.</summary>
    public bool BreakGlass { get; set; }

    /// <summary>Whether a second person is asked for it instead of making it now.</summary>
    public bool AsksForApproval => Preview?.Approval is not null && !BreakGlass;

    /// <summary>Goes on with the node as it is after somebody's change.</summary>
    public void Follow(NodeDetails node)
    {
        if (node.Revision != Node.Revision)
        {
            Pages.Forget();
        }

        Node = node;
        if (node.Settings.FirstOrDefault(setting => setting.Setting == Form.Setting.Setting) is { } setting)
        {
            Form.Rebase(setting);
        }
    }

    /// <summary>Changes another setting; the reason and the ticket stay.</summary>
    public void Choose(SettingValue setting)
    {
        Form = new(setting) { Reason = Form.Reason, Ticket = Form.Ticket };
        Errors = ChangeErrors.None;
        (Preview, Problem) = (null, null);
    }

    /// <summary>Locks, unlocks or repairs the section of the setting at hand.</summary>
    public void Intend(ChangeAction action)
    {
        Form.Intend(action);
        Errors = ChangeErrors.None;
        (Preview, Problem) = (null, null);
    }

    /// <summary>Back to the form; what was refused stays to be read there.</summary>
    public void Back() => (Preview, Confirmation, BreakGlass) = (null, "", false);

    /// <summary>Fills in what was filled in before.</summary>
    public void Restore(ChangeDraft draft)
    {
        if (Node.Settings.FirstOrDefault(setting => setting.Setting == draft.Setting) is { } setting)
        {
            Choose(setting);
            Form.Restore(draft);
        }
    }

    /// <summary>Asks what the change would do. False where the form is incomplete or the Service refuses.</summary>
    public async Task<bool> ReviewAsync(ActingUser user, CancellationToken cancel)
    {
        (Preview, Problem, Confirmation, BreakGlass) = (null, null, "", false);
        Errors = Form.Check();
        if (Errors.Any)
        {
            return false;
        }

        var answer = await BusyAsync(_service.PreviewAsync(user, Form.ToRequest(Node.Path, Node.Revision), cancel));
        (Preview, Problem) = (answer.Value, answer.Problem);
        _changeId = Guid.NewGuid();
        return Preview is not null;
    }

    /// <summary>Makes the reviewed change. Again after a failure is safe: the Service knows the change by its id. Null: <see cref="Problem"/> says why.</summary>
    public async Task<ChangeResult?> ApplyAsync(ActingUser user, CancellationToken cancel) =>
        Reviewed is { } preview ? Take(await BusyAsync(_service.ApplyAsync(user, Form.ToApply(_changeId, preview, BreakGlass), cancel))) : null;

    /// <summary>Asks for a second person for the reviewed change. Null: <see cref="Problem"/> says why not.</summary>
    public async Task<ApprovalInfo?> RequestAsync(ActingUser user, CancellationToken cancel) =>
        Reviewed is { } preview ? Take(await BusyAsync(_service.RequestApprovalAsync(user, Form.ToApply(_changeId, preview), cancel))) : null;

    // What the button that was pressed stood for. A second press comes while the first is worked on, or after it was; and a page may press what it does not show.
    private ChangePreview? Reviewed => CanApply ? Preview : null;

    private T? Take<T>(ServiceResult<T> answer)
        where T : class
    {
        Problem = answer.Problem;
        if (answer.Value is not null)
        {
            Form = new(Form.Setting);
            Back();
        }

        return answer.Value;
    }
}
