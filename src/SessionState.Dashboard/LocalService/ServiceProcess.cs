using System.ComponentModel;
using SessionState.Dashboard.Hosting;

namespace SessionState.Dashboard.LocalService;

/// <summary>
/// Keeps the child Service running for as long as the Dashboard runs. The Service ends when its standard input does: the system
/// closes that pipe with this process, however it ends.
/// </summary>
internal sealed class ServiceProcess(
    ServiceCommand command, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ServiceProcess> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the Service runs for the first time, or has failed to.</summary>
    public Task FirstAttempt => _firstAttempt.Task;

    /// <summary>Why the Service does not run, in one or two sentences; null while it does or has not been tried yet.</summary>
    public string? Problem { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A Dashboard that finds its port taken must not disturb the Service of the one that has it.
        await lifetime.StartedAsync(stoppingToken);
        var pause = ShortestPause;
        while (true)
        {
            var started = time.GetTimestamp();
            Problem = await RunOnceAsync(stoppingToken);
            _firstAttempt.TrySetResult();
            pause = time.GetElapsedTime(started) > Settled ? ShortestPause : pause;

            // Ctrl+C ends both processes at once, and is no problem to report: by then this one is stopping.
            await Task.Delay(ShortestPause, time, stoppingToken);
            log.LogWarning("{Problem} It is started again in {Seconds} s", Problem, pause.TotalSeconds);
            await Task.Delay(pause, time, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Until the Service ends; then why.</summary>
    private async Task<string> RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var child = ServiceChild.Start(command, log);
            if (await child.IsReadyAsync(stoppingToken))
            {
                Problem = null;
                log.LogInformation("The Service is running");
                _firstAttempt.TrySetResult();
            }

            return await child.EndAsync(stoppingToken);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return $"The Service could not be started: {error.Message}";
        }
    }
}
