using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>Requests for a second person, as a test wants them.</summary>
internal sealed class FakeApprovals
{
    public List<ApprovalDetails> Items { get; } = [];

    /// <summary>Why previews say that a second person is needed; null where none is.</summary>
    public ApprovalNeed? Need { get; set; }

    public List<(ApplyChangeRequest Change, string Who)> Requested { get; } = [];

    public List<(Guid Id, DecideApprovalRequest Decision)> Decided { get; } = [];

    public List<Guid> Withdrawn { get; } = [];

    /// <summary>Answers whatever is to be done with this, where it is not null.</summary>
    public Problem? Problem { get; set; }

    public static ApprovalDetails Waiting(ChangePreview preview, string who = "Omar Haddad", bool isMine = false, bool mayDecide = false) => new(
        new(
            Guid.NewGuid(), ApprovalState.Waiting, preview.Summary, preview.Request.First.Path, preview.Request.Targets.Count, who, "No sessions needed", "INC-7",
            ["It is made at the level of the whole server."], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(24), 7)
        {
            IsMine = isMine,
            MayDecide = mayDecide,
        },
        preview);

    public ServiceResult<ApprovalInfo> Request(ActingUser user, ApplyChangeRequest change, ChangePreview preview)
    {
        Requested.Add((change, user.Name));
        if (Problem is not null)
        {
            return Problem;
        }

        var asked = Waiting(preview, user.Name, isMine: true);
        var info = asked.Info with { Id = change.ChangeId, Reason = change.Reason, Ticket = change.Ticket, Until = change.Until };
        Items.Insert(0, new(info, preview));
        return info;
    }

    public ServiceResult<ApprovalInfo> Decide(ActingUser user, Guid id, DecideApprovalRequest decision)
    {
        Decided.Add((id, decision));
        return Problem ?? (ServiceResult<ApprovalInfo>)Set(id, info => info with
        {
            State = decision.Approve ? ApprovalState.Approved : ApprovalState.Rejected,
            DecidedBy = user.Name,
            DecidedAt = DateTimeOffset.UnixEpoch.AddHours(1),
            Comment = decision.Comment,
            MayDecide = false,
        });
    }

    public ServiceResult<ApprovalInfo> Withdraw(Guid id)
    {
        Withdrawn.Add(id);
        return Problem ?? (ServiceResult<ApprovalInfo>)Set(id, info => info with { State = ApprovalState.Withdrawn });
    }

    public ApprovalInfo Set(Guid id, Func<ApprovalInfo, ApprovalInfo> turn)
    {
        var index = Items.FindIndex(item => item.Info.Id == id);
        Items[index] = Items[index] with { Info = turn(Items[index].Info) };
        return Items[index].Info;
    }
}
