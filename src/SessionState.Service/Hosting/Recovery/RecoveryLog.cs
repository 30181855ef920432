using SessionState.Files;

namespace SessionState.Service.Hosting.Recovery;

/// <summary>Tells the operators what the start found of writes that a crash interrupted.</summary>
internal static partial class RecoveryLog
{
    public static void Write(ILogger log, RecoveryReport report)
    {
        foreach (var commit in report.Commits)
        {
            LogCommit(log, commit.IsFinished ? LogLevel.Information : LogLevel.Error, commit.Id, commit.Message, commit.Remedy ?? "");
        }

        if (report.Problem is { } problem)
        {
            LogProblem(log, problem, report.Remedy ?? "");
        }
    }

    [LoggerMessage(Message = "Interrupted write {Id}: {Message} {Remedy}")]
    private static partial void LogCommit(ILogger logger, LogLevel level, string id, string message, string remedy);

    [LoggerMessage(LogLevel.Error, "Interrupted writes could not be looked at: {Message} {Remedy}")]
    private static partial void LogProblem(ILogger logger, string message, string remedy);
}
