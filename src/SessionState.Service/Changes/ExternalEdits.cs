using System.Threading.Channels;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Known;
using SessionState.Service.Events;

namespace SessionState.Service.Changes;

/// <summary>
/// Notices edits that did not come through this Service, also those made while it did not run. They are compared by value: a comment changes
/// nothing and is not recorded.
/// </summary>
internal sealed partial class ExternalEdits(
    ConfigurationSet files, AuditLog audit, MissedEdits missed, KnownStateKeeper known, ServerEvents events, ILogger<ExternalEdits> log)
    : BackgroundService
{
    private const int MaxRecords = 50;

    private readonly Channel<SnapshotChanged> _changes = Channel.CreateUnbounded<SnapshotChanged>();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        files.Mark = () => audit.HeadSequence;
        files.Changed += Enqueue;
        files.Faulted += Report;
        Guarded(RecordMissed);
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
            // After a fault of ours whoever listens reads everything again.
            if (change.External && !Guarded(() => Record(change)))
            {
                events.PublishChange(change.After.Revision, null, [], AuditActor.Unknown.DisplayName, external: true);
            }

            known.Note(change.After, change.Mark);
        }
    }

    private void Enqueue(SnapshotChanged change) => _changes.Writer.TryWrite(change);

    private void RecordMissed()
    {
        var (snapshot, mark) = (files.Current, audit.HeadSequence);
        if (missed.Find() is { Edits.Count: > 0 } found)
        {
            Append(found.Edits, ExternalRecords.Missed(found, files.LastWritten));
            LogMissed(log, found.Edits.Count, found.Known.SeenAt);
        }

        known.Note(snapshot, mark);
    }

    private void Record(SnapshotChanged change)
    {
        var edits = ValueComparison.Of(change.Before.Server, change.After.Server);
        if (edits.Count > 0)
        {
            Append(edits, ExternalRecords.Of(change, files.LastWritten));
        }

        events.PublishChange(
            change.After.Revision,
            ValueComparison.ChangedSites(change.Before.Server, change.After.Server),
            edits.Select(edit => edit.Path).Distinct(StringComparer.OrdinalIgnoreCase),
            AuditActor.Unknown.DisplayName,
            external: true);
    }

    private void Append(IReadOnlyList<NoticedEdit> edits, AuditRecord noticed)
    {
        foreach (var edit in edits.Take(MaxRecords))
        {
            audit.AppendOrKeep(noticed.With(edit));
        }

        if (edits.Count > MaxRecords)
        {
            audit.AppendOrKeep(noticed.WithMore(edits.Count - MaxRecords));
        }
    }

    // A fault of ours must not end the watching.
    private bool Guarded(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Report(fault);
            return false;
        }
    }

    private void Report(Exception fault) => LogFault(log, fault);

    [LoggerMessage(LogLevel.Error, "Watching the files met a fault")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(LogLevel.Information, "{Count} values were changed by others while this service did not run, after {SeenAt}")]
    private static partial void LogMissed(ILogger logger, int count, DateTimeOffset seenAt);
}
