using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// Shows requests to those who made them and to those who may see all that they are about. For everybody else they are not there.
/// </summary>
internal sealed class ApprovalReader(
    ApprovalLedger ledger, ChangePolicy policy, Rights rights, AuditReader audit, AuditDenials denials)
{
    public ApprovalList List(Caller caller)
    {
        var sight = rights.SightOf(caller);
        return new([.. ledger.All.Where(entry => IsMine(caller, entry) || Sees(sight, entry)).Select(entry => ToInfo(caller, sight, entry))]);
    }

    public ServiceResult<ApprovalDetails> Get(Caller caller, Guid id)
    {
        if (Find(caller, id).Succeeded(out var entry, out var problem) && PreviewOf(entry).Succeeded(out var preview, out problem))
        {
            return new ApprovalDetails(ToInfo(caller, entry), policy.Strip(caller, preview));
        }

        // Whoever asks for what is not there for them may be guessing.
        denials.Record(AuditRecords.Denied(caller, problem) with { Op = id });
        return problem;
    }

    /// <summary>The request, where this caller may know of it.</summary>
    public ServiceResult<ApprovalEntry> Find(Caller caller, Guid id) =>
        ledger.Find(id) is { } entry && (IsMine(caller, entry) || Sees(rights.SightOf(caller), entry)) ? entry : ApprovalProblems.NoSuchRequest(id);

    public ApprovalInfo ToInfo(Caller caller, ApprovalEntry entry) => ToInfo(caller, rights.SightOf(caller), entry);

    /// <summary>What was previewed when it was asked for.</summary>
    public ServiceResult<ChangePreview> PreviewOf(ApprovalEntry entry) => audit.Read<ChangePreview>(context =>
        context.Records.Where(row => row.Sequence == entry.Info.AuditSequence).Select(row => row.Json).FirstOrDefault() is { } json
        && AuditJson.Read(json)?.Approval?.Preview is { } preview
            ? preview
            : ApprovalProblems.NoSuchRequest(entry.Info.Id));

    /// <summary>Why this caller may not decide, whatever they decide; null where they may.</summary>
    public Problem? RefuseDeciding(Caller caller, ApprovalEntry entry, out AuditAuthz right)
    {
        var sight = rights.SightOf(caller);
        var everywhere = policy.RightEverywhere(caller, Permission.ChangeApprove, entry.Reach, entry.Settings);
        right = everywhere ?? AuditAuthz.Denied;
        return SamePerson.Is(caller.User!, entry.Requester, entry.Info.Who) ? ApprovalProblems.SelfApproval
            : caller.User!.Issuer == OperatingSystemUser.Issuer ? ApprovalProblems.NotOnTheConsole
            : everywhere is null || !entry.Reach.All(sight.Shows) ? ApprovalProblems.NotEverywhere
            : null;
    }

    public static bool IsMine(Caller caller, ApprovalEntry entry) =>
        caller.User is { } user && user.Issuer == entry.Requester.Iss && user.Subject == entry.Requester.Sub;

    private ApprovalInfo ToInfo(Caller caller, Sight sight, ApprovalEntry entry) => entry.Info with
    {
        IsMine = IsMine(caller, entry),
        MayDecide = entry.Info.State == ApprovalState.Waiting && Sees(sight, entry) && RefuseDeciding(caller, entry, out _) is null,
    };

    private static bool Sees(Sight sight, ApprovalEntry entry) => entry.Reach.All(path => sight.Tree.Holds(path) && sight.History.Holds(path));
}
