namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>Ends sessions that nobody asks about any more, so that the windows they left open are closed as well.</summary>
internal sealed class SessionSweep(SessionBook sessions, TimeProvider time, ILogger<SessionSweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.SweepAsync();
            }
            catch (Exception error) when (SessionBook.IsAway(error))
            {
                log.LogWarning(error, "The sessions could not be written to the database. The next attempt is in {Seconds} seconds.", Interval.TotalSeconds);
            }
        }
    }
}
