using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.People;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit;

/// <summary>
/// Writes the audit: one writer, gapless numbers, a chain of hashes, durable before it returns. What cannot be written is not done:
/// as long as <see cref="ReadOnlyReason"/> is not null, every change is refused.
/// </summary>
internal sealed partial class AuditLog(
    AuditDatabase database, IEnumerable<IAuditFollower> followers, AuditOrigin origin, TimeProvider time, ILogger<AuditLog> log,
    AuditBallast? ballast = null)
{
    private const int Full = 13;

    private readonly Lock _gate = new();
    private readonly Queue<AuditRecord[]> _waiting = new();
    private readonly KnownPeople _people = new();
    private AuditHead? _head;
    private bool _isFull;
    private bool _lacksRoom;
    private string? _closedReason = "The audit has not been opened yet.";

    /// <summary>Why nothing can be recorded, and so nothing changed, in one sentence; null where all is well.</summary>
    public string? ReadOnlyReason { get; private set; } = "The audit has not been opened yet.";

    /// <summary>The end of what is written for certain; null where that is not known, or the audit is closed for writing.</summary>
    public AuditHead? Head
    {
        get
        {
            lock (_gate)
            {
                return _closedReason is null ? _head : null;
            }
        }
    }

    /// <summary>Sequence of the newest record; 0 where there is none.</summary>
    public long HeadSequence { get; private set; }

    /// <summary>Sequence of the intent that has no outcome yet; null where there is none. There is never more than one.</summary>
    public long? OpenIntent { get; private set; }

    /// <summary>Lets writing begin after the database was opened and its end verified.</summary>
    public void Open(AuditHead head, long? openIntent)
    {
        lock (_gate)
        {
            _head = head;
            HeadSequence = head.Sequence;
            OpenIntent = openIntent;
            _closedReason = ReadOnlyReason = null;
            _people.Forget();
        }
    }

    /// <summary>Refuses all writing from now on; only a restart can end this.</summary>
    public void Close(string reason)
    {
        lock (_gate)
        {
            _closedReason = ReadOnlyReason = reason;
            LogClosed(log, reason);
        }
    }

    /// <summary>Writes a record. Null, and nothing is written, where that is not possible.</summary>
    public AuditRow? TryAppend(AuditRecord record)
    {
        lock (_gate)
        {
            return HasRoomFor(record) && WriteWaiting() ? Write([Stamp(record)]) : null;
        }
    }

    /// <summary>
    /// Writes a record of something that has happened already. Where that is not possible now it is kept and written as soon as it is;
    /// until then every change is refused. Null: kept.
    /// </summary>
    public AuditRow? AppendOrKeep(AuditRecord record) => AppendOrKeep([record]);

    /// <summary>The same for records that belong together: all of them are written in one step, or none yet.</summary>
    /// <returns>The first row; null: kept.</returns>
    public AuditRow? AppendOrKeep(IReadOnlyList<AuditRecord> records)
    {
        lock (_gate)
        {
            var stamped = records.Select(Stamp).ToArray();
            var row = WriteWaiting() ? Write(stamped) : null;
            if (row is null && _isFull && ballast?.TryRelease() is true)
            {
                LogBallast(log);
                row = WriteWaiting() ? Write(stamped) : null;
            }

            if (row is null)
            {
                _waiting.Enqueue(stamped);
            }

            return row;
        }
    }

    /// <summary>Tries to write what was kept.</summary>
    /// <returns>True where nothing is waiting any more.</returns>
    public bool WriteWaiting()
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var records))
            {
                if (Write(records) is null)
                {
                    return false;
                }

                _waiting.Dequeue();
            }

            if (_lacksRoom && ballast!.TryKeep(out _))
            {
                (_lacksRoom, ReadOnlyReason) = (false, _closedReason);
            }

            return _closedReason is null;
        }
    }

    private AuditRecord Stamp(AuditRecord record)
    {
        var now = AuditMoment.Now(time);
        return record with { V = AuditRecord.Version, Origin = origin.Name, Ts = now.Ts, Mono = now.Mono, Boot = now.Boot };
    }

    private AuditRow? Write(AuditRecord[] records)
    {
        if (_closedReason is not null)
        {
            return null;
        }

        try
        {
            using var context = database.CreateDbContext();
            var head = _head ??= AuditHead.Read(context);
            var rows = new List<(AuditRow Row, Person? Person)>();
            foreach (var record in records)
            {
                var person = _people.Of(context, record);
                var moment = AuditMoment.Of(record);
                var linked = record with
                {
                    Seq = head.Sequence + 1,
                    Prev = head.Hash,
                    Clk = moment.Since(head.Moment),
                    Who = person?.Who ?? record.Who,
                    Actor = record.Actor with { Name = null },
                };
                var row = AuditRow.From(linked, AuditJson.Write(linked));
                rows.Add((row, person));
                context.Records.Add(row);
                head = head.Next(row, node => Keep(context, node), moment);
            }

            context.SaveChanges();
            Advance(rows, head);
            return rows[0].Row;
        }
        catch (Exception error) when (error is DbException or DbUpdateException or MissingRecordException)
        {
            // Whether the row was stored is not known, so the end is read again before the next attempt.
            _head = null;
            _isFull = (error.InnerException ?? error) is SqliteException { SqliteErrorCode: Full };
            NoteFailure((error.InnerException ?? error).Message);
            return null;
        }
    }

    // Nothing is begun whose end could perhaps not be recorded.
    private bool HasRoomFor(AuditRecord record)
    {
        if (record.Type != AuditType.Intent || ballast is null || ballast.TryKeep(out var problem))
        {
            return true;
        }

        (_lacksRoom, ReadOnlyReason) = (true, problem);
        return false;
    }

    private void NoteFailure(string message)
    {
        // Once, not with every attempt.
        if (ReadOnlyReason is null)
        {
            LogNotWritten(log, message);
        }

        ReadOnlyReason = $"The audit cannot be written: {message}";
    }

    private static void Keep(AuditDbContext context, TreeNode node)
    {
        if (node.Level >= TreeNode.FirstLevel)
        {
            context.TreeNodes.Add(node);
        }
    }

    private void Advance(List<(AuditRow Row, Person? Person)> rows, AuditHead head)
    {
        _head = head;
        HeadSequence = head.Sequence;
        ReadOnlyReason = null;
        foreach (var (row, person) in rows)
        {
            _people.Keep(person);
            OpenIntent = row.Type == AuditType.Intent ? row.Sequence : row.Reference == OpenIntent ? null : OpenIntent;
            foreach (var follower in followers)
            {
                follower.Note(row, person?.Name ?? row.Who);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The audit cannot be written, so nothing is changed: {Message}")]
    private static partial void LogNotWritten(ILogger logger, string message);

    [LoggerMessage(LogLevel.Warning, "The disk of the audit is full. The space kept for that was given back, so that the end of a change can be recorded.")]
    private static partial void LogBallast(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The audit is closed for writing: {Reason}")]
    private static partial void LogClosed(ILogger logger, string reason);
}
