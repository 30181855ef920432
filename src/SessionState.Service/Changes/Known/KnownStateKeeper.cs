using System.Threading.Channels;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Known;

/// <summary>Writes down what is known, soon after it changed and when the Service stops: only what has been recorded, so that nothing is missed.</summary>
internal sealed partial class KnownStateKeeper(
    KnownStateFile file, AuditLog audit, AuditReader reader, TimeProvider time, ILogger<KnownStateKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<Recorded> _newest = Channel.CreateBounded<Recorded>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Everything up to this snapshot has been recorded.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="auditSequence">The newest record when it was made.</param>
    public void Note(ConfigurationSnapshot snapshot, long auditSequence)
    {
        if (audit.ReadOnlyReason is null)
        {
            _newest.Writer.TryWrite(new(snapshot, auditSequence, time.GetUtcNow()));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        SaveNewest();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _newest.Reader.WaitToReadAsync(stoppingToken))
        {
            var start = time.GetTimestamp();
            SaveNewest();

            // A big server takes a while; a twentieth of the time is enough for it.
            var rest = time.GetElapsedTime(start) * 20;
            await Task.Delay(rest > Pause ? rest : Pause, time, stoppingToken);
        }
    }

    private void SaveNewest()
    {
        if (_newest.Reader.TryRead(out var newest)
            && reader.HashOf(newest.AuditSequence) is { } hash
            && file.Write(KnownState.Of(newest.Snapshot, newest.AuditSequence, hash, newest.At)) is { } problem)
        {
            LogNotWritten(log, problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is known of the server cannot be written down, so the next start may not notice edits made meanwhile: {Problem}")]
    private static partial void LogNotWritten(ILogger logger, string problem);

    private sealed record Recorded(ConfigurationSnapshot Snapshot, long AuditSequence, DateTimeOffset At);
}
