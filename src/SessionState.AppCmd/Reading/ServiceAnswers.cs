using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>The Service's problems as appcmd's errors.</summary>
internal static class ServiceAnswers
{
    /// <summary>appcmd's words for a locked section, as IIS gives them.</summary>
    public const string LockText =
        "This configuration section cannot be used at this path. This happens when the section is locked at a parent level. "
        + "Locking is either by default (overrideModeDefault=\"Deny\"), or set explicitly by a location tag with overrideMode=\"Deny\" "
        + "or the legacy allowOverride=\"false\".";

    private const string CommitFailed = "Failed to commit configuration changes.";

    /// <param name="problem">What the Service said.</param>
    /// <param name="address">Where it was asked.</param>
    /// <param name="path">The node it was asked about.</param>
    public static Answer For(Problem problem, ServiceAddress address, string path) => problem.Code switch
    {
        ProblemCodes.NotFound => Answers.UnrecognizedPath(path),
        ProblemCodes.Unavailable => Unavailable(problem, address),
        ProblemCodes.Overloaded => Answers.Error(ExitCode.ServiceNotRunning, problem.Detail, problem.Remedy),
        ProblemCodes.Locked => Answers.Error(ExitCode.Locked, "80070021", $"{CommitFailed} {LockText}", Explain(problem)),
        ProblemCodes.Busy => Answers.Error(
            ExitCode.FileInUse,
            "80070020",
            $"{CommitFailed} The process cannot access the file because it is being used by another process.",
            Explain(problem)),
        ProblemCodes.Forbidden or ProblemCodes.ApprovalNeeded or ProblemCodes.StepUpNeeded => Answers.Error(ExitCode.NotPermitted, "Access is denied.", Explain(problem)),
        ProblemCodes.Invalid => Answers.Error(ExitCode.Usage, problem.Detail, problem.Remedy),
        ProblemCodes.Stale => Answers.Error(
            ExitCode.NotFound, "Cannot commit configuration changes because the file has changed on disk.", RunAgain(problem)),
        ProblemCodes.Unreadable => Answers.ConfigurationError(problem.File ?? "", problem.Line ?? 0, problem.Detail, problem.Remedy),
        _ => Answers.Error(ExitCode.NotFound, problem.Detail, problem.Remedy),
    };

    private static Answer Unavailable(Problem problem, ServiceAddress address) => Answers.Error(
        ExitCode.ServiceNotRunning,
        $"The configuration service does not answer at {address}.",
        $"""
        {problem.Detail}
        Start the Dashboard, which starts its service, or start the service itself; name another one with /server:ADDRESS or the variable
        {ServiceLocation.Variable}; or read files without a service with /apphostconfig:FILE.
        """.ReplaceLineEndings(NewLines.Ours));

    // The Service's own advice is for a screen with a preview.
    private static string RunAgain(Problem problem) => $"{problem.Detail}{NewLines.Ours}Run the command again.";

    private static string Explain(Problem problem) =>
        problem.Remedy is { } remedy ? $"{problem.Detail}{NewLines.Ours}{remedy}" : problem.Detail;
}
