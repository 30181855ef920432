namespace SessionState.Service.Audit.Segments;

/// <summary>Once a day: moves old records to archives, unless the clock cannot be believed.</summary>
internal sealed partial class AuditArchiving(AuditArchiver archiver, TimeProvider time, ILogger<AuditArchiving> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // A clock that somebody sets to another year must not make all records old.
    private static readonly TimeSpan MaxDeviation = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _shownAtStart = time.GetUtcNow();
    private readonly long _ranAtStart = time.GetTimestamp();

    /// <summary>Moves what is due. Nothing where the clock was set since the Service started.</summary>
    public void RunOnce()
    {
        var deviation = time.GetUtcNow() - _shownAtStart - time.GetElapsedTime(_ranAtStart);
        if (deviation.Duration() > MaxDeviation)
        {
            LogClock(log, deviation);
        }
        else if (!archiver.Run().Succeeded(out var files, out var problem))
        {
            LogNotArchived(log, problem.Detail);
        }
        else if (files.Count > 0)
        {
            LogArchived(log, string.Join(", ", files));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await Task.Run(RunOnce, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Old audit records were moved to {Files}")]
    private static partial void LogArchived(ILogger logger, string files);

    [LoggerMessage(LogLevel.Warning, "Old audit records were not archived: {Reason}")]
    private static partial void LogNotArchived(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Old audit records are not archived, because the clock was set by {Deviation} since the Service started. Restart it if the clock is right.")]
    private static partial void LogClock(ILogger logger, TimeSpan deviation);
}
