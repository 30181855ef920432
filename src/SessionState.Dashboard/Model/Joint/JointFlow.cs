using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;

namespace SessionState.Dashboard.Model.Joint;

/// <summary>Several changes as one: chosen, reviewed together, then all of them made or none.</summary>
public sealed class JointFlow(IConfigurationService service, string title, IReadOnlyList<JointPart> parts) : BusyFlow
{
    /// <summary>A change of this many nodes asks for a word, so that nobody makes it in passing.</summary>
    public const int ManyEffects = 100;

    private readonly HashSet<JointPart> _left = [];
    private Guid _changeId;

    public string Title => title;

    public IReadOnlyList<JointPart> Parts => parts;

    /// <summary>Those that are to be changed.</summary>
    public IReadOnlyList<JointPart> Chosen => [.. parts.Where(IsChosen)];

    public string Reason { get; set; } = "";

    public string Ticket { get; set; } = "";

    /// <summary>What is wrong with the form; null where nothing is, or where nobody tried yet.</summary>
    public string? ReasonError { get; private set; }

    /// <summary>What the change would do; null before it was reviewed.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>What was done; null before that.</summary>
    public ChangeResult? Result { get; private set; }

    /// <summary>What a second person was asked for; null before that, and where none is needed.</summary>
    public ApprovalInfo? Asked { get; private set; }

    /// <summary>Whether it is made at once although it takes a second person: an emergency.</summary>
    public bool BreakGlass { get; set; }

    /// <summary>Whether a second person is asked for it instead of making it now.</summary>
    public bool AsksForApproval => Preview?.Approval is not null && !BreakGlass;

    /// <summary>Why the last step was refused; null where it was not.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>The word that confirms a far-reaching change, as typed.</summary>
    public string Confirmation { get; set; } = "";

    /// <summary>The word that has to be typed; null where none is asked for.</summary>
    public string? Word => Preview is { NothingToDo: false } preview
        && (preview.EffectCount > ManyEffects || preview.Rehearsal is { StartFailingCount: > 0 } || preview.Request.Targets.Any(target => target.Path.Length == 0))
            ? "change" : null;

    public bool CanApply => !IsBusy && Preview is { NothingToDo: false } && (Word is null || Confirmation.Trim().Equals(Word, StringComparison.OrdinalIgnoreCase));

    public bool IsChosen(JointPart part) => part.Impossible is null && !_left.Contains(part);

    public void Choose(JointPart part, bool chosen)
    {
        if (chosen)
        {
            _left.Remove(part);
        }
        else
        {
            _left.Add(part);
        }
    }

    /// <summary>True when somebody changed the configuration while the review was being read.</summary>
    public bool IsOutdated(string? revision) => Result is null && Asked is null && !IsBusy && Preview is not null && Preview.Request.Revision != revision;

    /// <summary>Back to the form.</summary>
    public void Back() => (Preview, Problem, Confirmation, BreakGlass) = (null, null, "", false);

    /// <summary>Asks what all of them together would do. False where the form is incomplete or the Service refuses.</summary>
    public async Task<bool> ReviewAsync(ActingUser user, string revision, CancellationToken cancel)
    {
        Back();
        ReasonError = ChangeReason.Check(Reason);
        if (ReasonError is not null || Chosen.Count == 0)
        {
            return false;
        }

        var answer = await BusyAsync(service.PreviewAsync(user, new([.. Chosen.Select(part => part.Target)], revision), cancel));
        (Preview, Problem) = (answer.Value, answer.Problem);
        _changeId = Guid.NewGuid();
        return Preview is not null;
    }

    /// <summary>Makes all of them. Again after a failure is safe: the Service knows the change by its id.</summary>
    public async Task ApplyAsync(ActingUser user, CancellationToken cancel)
    {
        if (ToApply() is { } change)
        {
            var answer = await BusyAsync(service.ApplyAsync(user, change, cancel));
            (Result, Problem) = (answer.Value, answer.Problem);
        }
    }

    /// <summary>Asks for a second person for all of them.</summary>
    public async Task RequestAsync(ActingUser user, CancellationToken cancel)
    {
        if (ToApply() is { } change)
        {
            var answer = await BusyAsync(service.RequestApprovalAsync(user, change, cancel));
            (Asked, Problem) = (answer.Value, answer.Problem);
        }
    }

    // A second click comes while the first is being worked on, or after it was.
    private ApplyChangeRequest? ToApply() => CanApply && Result is null && Asked is null
        ? new(_changeId, Preview!.Request, Preview.PlanDigest, Reason.Trim(), ChangeReason.Ticket(Ticket)) { BreakGlass = BreakGlass }
        : null;
}
