using System.Collections.Concurrent;
using SessionState.Contracts;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Audit;

/// <summary>The newest applied change or external edit of every node that has one, so that a row of the tree costs one look-up.</summary>
internal sealed class LastChanges : IAuditFollower
{
    private readonly ConcurrentDictionary<string, LastChange> _changes = new(StringComparer.OrdinalIgnoreCase);

    public LastChange? Of(string path) => _changes.GetValueOrDefault(path);

    public void Load(AuditDbContext context)
    {
        var newest = context.Records
            .Where(row => row.Path != null && (row.Outcome == AuditOutcome.Applied || row.Type == AuditType.External))
            .GroupBy(row => row.PathKey)
            .Select(rows => rows.Max(row => row.Sequence));
        var names = PersonNames.All(context);
        foreach (var row in context.Records.Where(row => newest.Contains(row.Sequence)))
        {
            Note(row, names.Of(row));
        }
    }

    public void Note(AuditRow row, string who)
    {
        if (row.Path is not null && (row.Outcome == AuditOutcome.Applied || row.Type == AuditType.External))
        {
            _changes[row.Path] = new(row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), who);
        }
    }
}
