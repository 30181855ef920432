using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

/// <summary>Why somebody may not, or a grant is not given or ended.</summary>
internal static class GrantProblems
{
    public static Problem LastAdministrator { get; } = new(
        ProblemCodes.Invalid,
        "Somebody must be able to manage grants",
        "This is the last person who can manage the grants of the whole server for good.",
        409)
    {
        Remedy = "Give somebody else the role Administrator on the whole server first.",
    };

    public static Problem NoSuchGrant(Guid id) =>
        new(ProblemCodes.NotFound, "No such grant", $"There is no grant {id}, or it is not yours to manage.", 404);

    /// <summary>Nobody gives what they do not hold.</summary>
    public static Problem NotHeld(Permission permission, Grant grant) => new(
        ProblemCodes.Forbidden,
        "Not allowed",
        $"{grant.Role.Name} on {grant.Scope.Name} is more than you hold: you have no grant to {RightsProblems.Words(permission)} there"
        + (grant.Setting is null ? "" : " for that setting") + (grant.Until is null ? " without an end." : " for that long."),
        403)
    {
        Remedy = "Ask somebody who holds it to give it, or give a role, place or time that you hold yourself.",
    };

    public static Problem FileIsWrong(string wrong) => new(
        ProblemCodes.WriteFailed, "The policy's file is wrong", $"Somebody edited the policy's file, and it is no policy now: {wrong}", 409)
    {
        Remedy = "The old policy stays in force. Mend the file; then grants can be given and ended again.",
    };

    public static Problem NotWritten(string why) => new(
        ProblemCodes.WriteFailed, "The policy could not be written", $"The policy stays as it was: {why}", 500)
    {
        Remedy = "Ask whoever runs the service to look at the data folder: is the disk full or read-only?",
    };

    public static Problem AuditUnavailable(string? why) => new(
        ProblemCodes.AuditUnavailable,
        "The audit cannot be written",
        $"The policy stays as it was, because the change could not be recorded. {why}".TrimEnd(),
        503)
    {
        Remedy = "Ask whoever runs the service to look at the data folder: is the disk full or read-only?",
    };
}
