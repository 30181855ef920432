using SessionState.Service.Events;

namespace SessionState.Service.Grants;

/// <summary>Tells every listener that grants changed: what they may see may have, too.</summary>
internal sealed class PolicyNews(PolicyStore store, ServerEvents events) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Changed += events.PublishAudit;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Changed -= events.PublishAudit;
        return Task.CompletedTask;
    }
}
