using SessionState.Service.Audit;

namespace SessionState.Service.Grants;

/// <summary>Takes up edits of the policy's file, and records them.</summary>
internal sealed partial class PolicyWatch(PolicyStore store, AuditLog audit, TimeProvider time, ILogger<PolicyWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (store.Reload())
            {
                audit.AppendOrKeep(GrantAudit.FileEdited(store));
                LogEdited(log, store.Problem ?? "it is in force");
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The policy's file was edited: {Outcome}")]
    private static partial void LogEdited(ILogger logger, string outcome);
}
