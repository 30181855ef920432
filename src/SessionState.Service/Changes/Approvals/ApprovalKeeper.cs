using SessionState.Service.Audit;
using SessionState.Service.Events;

namespace SessionState.Service.Changes.Approvals;

/// <summary>Ends requests whose time is over, so that everybody sees it and the audit says it.</summary>
internal sealed class ApprovalKeeper(WriterQueue queue, ApprovalLedger ledger, AuditLog audit, ServerEvents events, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Ends what is due now. Called every second.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (ledger.Due().Count == 0)
        {
            return;
        }

        using var turn = await queue.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return;
        }

        foreach (var entry in ledger.Due())
        {
            if (audit.TryAppend(ApprovalRecords.Expired(entry)) is not null)
            {
                events.PublishApproval(entry.Reach);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunAsync(stoppingToken);
        }
    }
}
