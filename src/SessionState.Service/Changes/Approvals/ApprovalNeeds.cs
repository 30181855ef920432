using System.Globalization;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// Which planned changes take a second person, by the policy's rule. It looks at what would be written and felt, not at what the caller says
/// of it.
/// </summary>
internal sealed class ApprovalNeeds(PolicyStore policy, PendingLedger pending, AuditReader audit, ServiceOptions options, TimeProvider time)
{
    private static readonly ChangeAction[] Locking = [ChangeAction.Lock, ChangeAction.Unlock, ChangeAction.InheritLock];

    /// <summary>How long a request waits, and an approval after it.</summary>
    public TimeSpan Patience => TimeSpan.FromHours(policy.Current.Policy.Approval.Hours);

    /// <summary>Why a second person is needed; empty where none is.</summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="change">The change.</param>
    /// <param name="undoes">The change that it takes back; null for none.</param>
    public IReadOnlyList<string> Of(Caller caller, PlannedChange change, Guid? undoes)
    {
        if (caller.IsService || change.IsNothing)
        {
            return [];
        }

        var reasons = Reasons(policy.Current.Policy.Approval, change).ToList();
        return reasons.Count > 0 && undoes is { } changeId && IsStillOpen(caller, changeId) ? [] : reasons;
    }

    /// <summary>Whether a change takes a fresh sign-in, also where it takes no second person.</summary>
    public static bool TakesFreshSignIn(PlannedChange change) =>
        change.Targets.Any(target => target.Request.Path.Length == 0 && Locking.Contains(target.Request.Action));

    private static IEnumerable<string> Reasons(ApprovalRule rule, PlannedChange change)
    {
        if (rule.WholeServer && change.Targets.Any(target => target.Request.Path.Length == 0))
        {
            yield return "It is made at the level of the whole server.";
        }

        if (rule.Locks && change.Targets.FirstOrDefault(target => Locking.Contains(target.Request.Action)) is { } locking)
        {
            yield return $"It changes who may override {locking.Wish.Name}: locks are changed by two people.";
        }

        var applications = change.Effects.Select(effect => effect.Node.Application?.Path).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (rule.Applications > 0 && applications > rule.Applications)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"It is felt in {applications} applications; more than {rule.Applications} take two people.");
        }

        if (rule.SharedConfiguration && WritesSharedFile(change))
        {
            yield return "It writes an applicationHost.config that other servers read, too.";
        }
    }

    private static bool WritesSharedFile(PlannedChange change)
    {
        var host = change.Snapshot.Server.ApplicationHost;
        return change.Snapshot.Server.Diagnostics.Concat(host.Diagnostics).Any(diagnostic => diagnostic.Code == FileDiagnosticCodes.Redirected)
            && change.Commit.Files.Any(file => file.File == host.Path);
    }

    // Whoever sees at once that it went wrong need not look for a second person to go back to what was there minutes before: a change
    // that waits for its confirmation would go back by itself, and one's own change may for as long.
    private bool IsStillOpen(Caller caller, Guid changeId)
    {
        if (pending.Find(changeId) is { Change.ConfirmBy: not null })
        {
            return true;
        }

        var made = audit.OfChange(changeId).Value?.FirstOrDefault(record => record.Type is AuditType.Outcome or AuditType.Recovered);
        return made is { Undoes: null } && made.Actor.Iss == caller.User?.Issuer && made.Actor.Sub == caller.User?.Subject
            && time.GetUtcNow() - made.Ts is var age && age >= TimeSpan.Zero && age < options.ConfirmTime;
    }
}
