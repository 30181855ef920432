using System.Globalization;
using Microsoft.Data.Sqlite;
using SessionState.Service.Audit;
using SessionState.Service.Audit.People;
using SessionState.Service.Audit.Tree;

namespace SessionState.Benchmarks;

/// <summary>Puts millions of records into an audit's database within minutes.</summary>
/// <param name="connection">The database.</param>
/// <param name="people">Whose names are there already.</param>
internal sealed class QuickFill(SqliteConnection connection, IEnumerable<Person> people)
{
    private const int Batch = 50_000;

    private static readonly string[] RecordColumns =
    [
        "Sequence", "Json", "Hash", "At", "Type", "Outcome", "ChangeId", "Reference", "Who", "Via", "Path", "Setting", "Action", "Before", "After",
        "Reason", "Ticket", "Detail", "WhoKey", "PathKey", "TextKey",
    ];

    private readonly Dictionary<string, Person> _people = people.ToDictionary(person => person.Name);

    /// <param name="head">Where the audit ends.</param>
    /// <param name="records">Where it shall end.</param>
    /// <param name="create">The record of a number that follows an end; with its actor's name.</param>
    public void Run(AuditHead head, int records, Func<int, AuditHead, AuditRecord> create)
    {
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY");
        var (indexes, trigger) = (Sql("index"), Sql("trigger").Single(sql => sql.Contains("AuditTextIsAdded", StringComparison.Ordinal)));
        indexes.ForEach(sql => Execute($"DROP INDEX {NameOf(sql)}"));
        Execute("DROP TRIGGER AuditTextIsAdded");
        var first = head.Sequence + 1;
        while (head.Sequence < records)
        {
            head = WriteBatch(head, records, create);
        }

        Execute(string.Create(
            CultureInfo.InvariantCulture, $"INSERT INTO AuditText (rowid, TextKey) SELECT Sequence, TextKey FROM AuditRecords WHERE Sequence >= {first}"));
        Execute(trigger);
        indexes.ForEach(Execute);
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private AuditHead WriteBatch(AuditHead head, int records, Func<int, AuditHead, AuditRecord> create)
    {
        using var transaction = connection.BeginTransaction();
        using var row = Insert("AuditRecords", RecordColumns);
        using var node = Insert("AuditTreeNodes", ["Level", "Position", "Hash"]);
        for (var i = 0; i < Batch && head.Sequence < records; i++)
        {
            var record = create((int)head.Sequence, head);
            record = record with { Who = PersonOf(record.Actor).Who, Actor = record.Actor with { Name = null } };
            var written = AuditRow.From(record, AuditJson.Write(record));
            Run(row, [
                written.Sequence, written.Json, written.Hash, written.At, written.Type.ToString(), written.Outcome.ToString(), null, written.Reference,
                written.Who, written.Via, written.Path, written.Setting, written.Action?.ToString(), written.Before, written.After, written.Reason,
                written.Ticket, written.Detail, written.WhoKey, written.PathKey, written.TextKey,
            ]);
            head = head.Next(written, completed =>
            {
                if (completed.Level >= TreeNode.FirstLevel)
                {
                    Run(node, [completed.Level, completed.Position, completed.Hash]);
                }
            });
        }

        transaction.Commit();
        return head;
    }

    private Person PersonOf(AuditActor actor)
    {
        if (!_people.TryGetValue(actor.Name!, out var person))
        {
            _people[actor.Name!] = person = Person.Create(actor.Iss!, actor.Sub!, actor.Name!);
            using var insert = Insert("AuditPeople", ["Key", "Who", "Salt", "Issuer", "Subject", "Name", "NameKey"]);
            Run(insert, [person.Key, person.Who, person.Salt, person.Issuer, person.Subject, person.Name, person.NameKey]);
        }

        return person;
    }

    private SqliteCommand Insert(string table, string[] columns)
    {
        var command = connection.CreateCommand();
        var names = columns.Select(column => $"${column}").ToList();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})";
        names.ForEach(name => command.Parameters.Add(new(name, DBNull.Value)));
        return command;
    }

    private static void Run(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static string NameOf(string sql) =>
        sql.Split(' ').SkipWhile(word => word != "INDEX").ElementAt(1);

    private List<string> Sql(string type)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_master WHERE type = '{type}' AND tbl_name = 'AuditRecords' AND sql IS NOT NULL";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
