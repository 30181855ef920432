using System.Threading.Channels;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Events;

namespace SessionState.Service.Changes;

/// <summary>
/// Notices edits that did not come through this Service. They are compared by value: a comment changes nothing and is not recorded.
/// </summary>
internal sealed partial class ExternalEdits(
    ConfigurationSet files, AuditLog audit, ServerEvents events, ILogger<ExternalEdits> log) : BackgroundService
{
    private const int MaxRecords = 50;

    private readonly Channel<SnapshotChanged> _changes = Channel.CreateUnbounded<SnapshotChanged>();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        files.Changed += Enqueue;
        files.Faulted += Report;
        files.StartWatching();
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        files.Changed -= Enqueue;
        files.Faulted -= Report;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                Record(change);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A fault of ours must not end the watching; whoever listens reads everything again.
                Report(fault);
                events.PublishChange(change.After.Revision, null, [], AuditActor.Unknown.Name, external: true);
            }
        }
    }

    private void Enqueue(SnapshotChanged change)
    {
        if (change.External)
        {
            _changes.Writer.TryWrite(change);
        }
    }

    private void Record(SnapshotChanged change)
    {
        var edits = ValueComparison.Of(change.Before.Server, change.After.Server);
        foreach (var edit in edits.Take(MaxRecords))
        {
            audit.AppendOrKeep(AuditRecords.External(edit, change));
        }

        if (edits.Count > MaxRecords)
        {
            audit.AppendOrKeep(AuditRecords.ManyExternal(edits.Count - MaxRecords, change));
        }

        events.PublishChange(
            change.After.Revision,
            ValueComparison.ChangedSites(change.Before.Server, change.After.Server),
            edits.Select(edit => edit.Path).Distinct(StringComparer.OrdinalIgnoreCase),
            AuditActor.Unknown.Name,
            external: true);
    }

    private void Report(Exception fault) => LogFault(log, fault);

    [LoggerMessage(LogLevel.Error, "Watching the files met a fault")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
