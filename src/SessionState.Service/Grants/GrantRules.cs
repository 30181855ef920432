using SessionState.Contracts;
using SessionState.Engine.Schema;

namespace SessionState.Service.Grants;

/// <summary>What must hold for a grant to be given or ended.</summary>
internal static class GrantRules
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(10 * 366);

    /// <summary>What is wrong with the request itself; null where nothing is.</summary>
    public static Problem? Check(AddGrantRequest request, DateTimeOffset now) => request switch
    {
        { Subject.Issuer.Length: 0 or > ActingUser.MaxLength } or { Subject.Id.Length: 0 or > ActingUser.MaxLength } => Problems.Invalid(
            "subject", $"A grant is for somebody: issuer and id have 1 to {ActingUser.MaxLength} characters."),
        { Subject.Name.Length: > ActingUser.MaxLength } => Problems.Invalid("subject", $"A name has at most {ActingUser.MaxLength} characters."),
        { Setting: { } setting } when Settings.Find(setting) is null => Problems.Invalid(
            "setting", $"There is no setting '{setting}'.", $"There are: {string.Join(", ", Settings.All.Select(one => one.Name))}."),
        { Until: { } until } when until <= now || until - now > Longest => Problems.Invalid("until", "A grant ends in the future, and within ten years."),
        _ => CheckReason(request.Reason),
    };

    public static Problem? CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > ApplyChangeRequest.MaxReasonLength
            ? Problems.Invalid("reason", $"Say why, in 1 to {ApplyChangeRequest.MaxReasonLength} characters; the audit keeps it.")
            : null;

    /// <summary>Why this person may not give the grant; null where they may.</summary>
    public static Problem? CheckGiving(Policy policy, ActingUser giver, Grant grant, DateTimeOffset now)
    {
        foreach (var permission in grant.Role.Permissions.Prepend(Permission.UsersManage))
        {
            if (Evaluator.Covering(policy, giver, permission, grant, now) is null)
            {
                return GrantProblems.NotHeld(permission, grant);
            }
        }

        return null;
    }

    /// <summary>Why the grant must stay; null where it may end. A person must remain who can manage grants for good: groups may be empty.</summary>
    public static Problem? CheckEnding(Policy policy, Grant grant)
    {
        if (policy.FindGrant(grant.Id) is null)
        {
            return GrantProblems.NoSuchGrant(grant.Id);
        }

        return !IsAdministrator(grant) || policy.Without(grant).Grants.Any(IsAdministrator) ? null : GrantProblems.LastAdministrator;
    }

    private static bool IsAdministrator(Grant grant) =>
        grant is { Scope.IsServer: true, Until: null, Subject.Kind: SubjectKind.Person } && grant.Role.Allows(Permission.UsersManage);
}
