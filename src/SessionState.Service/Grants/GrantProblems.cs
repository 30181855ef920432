using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>Why somebody may not, or a grant is not given or ended.</summary>
internal static class GrantProblems
{
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
