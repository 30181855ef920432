using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;

namespace SessionState.Service.Audit;

/// <summary>Opens the audit before the Service listens, writes what had to wait, has the end signed, and records the stop.</summary>
internal sealed class AuditKeeper(AuditStart start, AuditLog log, AuditDenials denials, AuditCheckpoints checkpoints, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        start.Run();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        denials.WriteCounts(all: true);
        log.TryAppend(new() { Type = AuditType.Stop, Actor = AuditActor.Service, Via = AuditVia.Service });
        checkpoints.Sign();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RetryAfter, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            log.WriteWaiting();
            denials.WriteCounts();
            checkpoints.SignIfDue();
        }
    }
}
