using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>What a person has filled in to change one setting of one node.</summary>
public sealed class ChangeForm
{
    public ChangeForm(SettingValue setting)
    {
        Setting = setting;
        Reset();
    }

    public SettingValue Setting { get; private set; }

    /// <summary>The setting as it was when what is filled in was begun; null where nobody changed it since.</summary>
    public SettingValue? Base { get; private set; }

    /// <summary>Set an explicit value, clear it, so that the node inherits again, or something about the section as a whole.</summary>
    public ChangeAction Action { get; private set; }

    /// <summary>The value as typed, for setting it.</summary>
    public string Input { get; private set; } = "";

    /// <summary>The commit path the person chose; null for the best one.</summary>
    public string? CommitPath { get; set; }

    public string Reason { get; set; } = "";

    public string Ticket { get; set; } = "";

    /// <summary>When the change ends.</summary>
    public EndChoice End { get; set; }

    /// <summary>The instant that <see cref="End"/> meant when it was chosen; null where the change stays, or where it is not known yet.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Where the change would be written; null where it can be written nowhere.</summary>
    public CommitPathInfo? Target =>
        Setting.CommitPaths.FirstOrDefault(path => path.Allowed && path.CommitPath == CommitPath)
        ?? Setting.CommitPaths.FirstOrDefault(path => path.Allowed);

    /// <summary>True where the node's own file breaks a rule with this setting, so that taking it out again is the repair.</summary>
    public bool IsBrokenHere => Setting is { Value: null, Ladder: [.., { Role: LadderRole.Violation, Raw: not null }] };

    /// <summary>True while the form says what the configuration says already.</summary>
    public bool IsAsItIs => !IsBrokenHere && Action == Present && (Action == ChangeAction.Clear || Value == Setting.Value) && CommitPath is null;

    /// <summary>The value in the configuration's spelling; null where what was typed is no value.</summary>
    public string? Value => ValueInput.Parse(Setting, Input);

    /// <summary>True for locks and repairs, which are about the setting's section and know no value.</summary>
    public bool IsAboutSection => Action is not (ChangeAction.Set or ChangeAction.Clear);

    /// <summary>False for a repair, which nothing can take back.</summary>
    public bool CanEnd => Action != ChangeAction.Repair;

    /// <summary>True where somebody changed the very setting meanwhile, to something else than is filled in.</summary>
    public bool IsInConflict => Base is not null && !IsAboutSection && !IsAsItIs;

    private ChangeAction Present => Setting.Source == ValueSource.SetHere ? ChangeAction.Set : ChangeAction.Clear;

    public bool Sets(string value) => Action == ChangeAction.Set && Input == value;

    public void Set(string input) => (Action, Input) = (ChangeAction.Set, input);

    public void Inherit() => Action = ChangeAction.Clear;

    /// <summary>Locks, unlocks or repairs the section.</summary>
    public void Intend(ChangeAction action) => Action = action;

    /// <summary>Back to what the configuration says.</summary>
    public void Reset()
    {
        Action = Present;
        Input = Setting.Value is null ? "" : ValueInput.Format(Setting.Type, Setting.Value);
        (CommitPath, Base) = (null, null);
    }

    /// <summary>What is filled in stays, whatever somebody changed meanwhile.</summary>
    public void KeepMine() => Base = null;

    /// <summary>Fills in what held when the change was begun.</summary>
    public void TakeBase()
    {
        if (Base is { Source: ValueSource.SetHere, Value: { } value })
        {
            Set(ValueInput.Format(Setting.Type, value));
        }
        else
        {
            Inherit();
        }

        Base = null;
    }

    public ChangeDraft ToDraft() => new(Setting.Setting, Action, Input, CommitPath, Reason, Ticket, End, Until);

    /// <summary>What was filled in before.</summary>
    public void Restore(ChangeDraft draft)
    {
        (Action, Input, CommitPath, Reason, Ticket) = (draft.Action, draft.Input, draft.CommitPath, draft.Reason, draft.Ticket);
        (End, Until) = (draft.End, draft.Until);
    }

    /// <summary>Goes on after the configuration changed; what the person chose stays, unless nothing was chosen yet.</summary>
    public void Rebase(SettingValue setting)
    {
        var untouched = IsAsItIs;
        if (!untouched && (setting.Value, setting.Source) != (Setting.Value, Setting.Source))
        {
            Base ??= Setting;
        }

        Setting = setting;
        if (untouched)
        {
            Reset();
        }
    }

    public ChangeErrors Check() => new(
        Action == ChangeAction.Set && Value is null ? ValueInput.Hint(Setting) : null,
        ChangeReason.Check(Reason),
        Ticket.Trim().Length > ApplyChangeRequest.MaxTicketLength ? $"At most {ApplyChangeRequest.MaxTicketLength} characters." : null,
        End == EndChoice.AtTime && Until is null ? "Name a day and a time." : null);

    /// <summary>The request. A clear without a chosen commit path goes to the file that sets it now, also where no value may be set.</summary>
    public ChangeRequest ToRequest(string path, string revision) =>
        IsAboutSection ? new(path, Setting.Section, Action, null, null, revision)
            : Action == ChangeAction.Set
            ? new(path, Setting.Setting, Action, Value, Target?.CommitPath, revision)
            : new(path, Setting.Setting, Action, null, CommitPath, revision);

    /// <summary>The request to be shown as a command. Where nothing was chosen yet, it says what holds now.</summary>
    public ChangeRequest ToScriptRequest(string path, string revision) => IsAsItIs && Setting.Value is { } value
        ? new(path, Setting.Setting, ChangeAction.Set, value, Target?.CommitPath, revision)
        : ToRequest(path, revision);

    public ApplyChangeRequest ToApply(Guid changeId, ChangePreview preview, bool breakGlass = false) =>
        new(changeId, preview.Request, preview.PlanDigest, Reason.Trim(), ChangeReason.Ticket(Ticket))
        {
            Until = CanEnd ? Until : null,
            BreakGlass = breakGlass,
        };
}
