using Microsoft.Data.Sqlite;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Reads an audit database, read only: records, the columns copied out of them, and checkpoints.</summary>
internal static class DatabaseFile
{
    private const int Busy = 5;
    private const int Locked = 6;

    public static VerifyReport Verify(string file, PublicKey? trusted, SignedNote? since)
    {
        try
        {
            using var connection = Open(file);
            using var moment = connection.BeginTransaction(deferred: true);
            if (ReadNotes(connection) is not { } notes)
            {
                return VerifyReport.Bad(null, "A checkpoint in the database was changed.");
            }

            if (PeopleTable.Read(connection) is not { } people)
            {
                return VerifyReport.Bad(null, "A person's name in the database is not the one that records were written with.");
            }

            var walk = new LogVerifier(notes, trusted, since);
            var archives = SegmentTables.Walk(connection, walk);
            var finding = walk.Finding is null ? ReadRecords(connection, people, archives, walk) : null;
            var report = VerifyReport.Of(walk, null, notes.Count == 0 ? null : notes[^1], trusted, isWhole: false);
            finding ??= report.Finding ?? archives.Finish();
            return finding is null ? Tell(report, archives) : report with { Finding = finding };
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Busy or Locked)
        {
            return new(null, $"The database {file} is locked by another process; nothing was verified.", false);
        }
        catch (SqliteException error)
        {
            return VerifyReport.Bad(null, $"The database {file} cannot be read: {error.Message}");
        }
    }

    private static SqliteConnection Open(string file)
    {
        // A copy without its -wal file on a medium that cannot be written is opened as what it is: something nobody changes.
        var source = File.Exists(file + "-wal") ? file : new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    // Null where one cannot be read. A database from before there were checkpoints has none.
    private static List<SignedNote>? ReadNotes(SqliteConnection connection)
    {
        var notes = new List<SignedNote>();
        if (!HasTable(connection, "AuditCheckpoints"))
        {
            return notes;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Size, Text FROM AuditCheckpoints ORDER BY Size";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (SignedNote.Parse(rows.GetString(1)) is not { } note || note.Size != rows.GetInt64(0))
            {
                return null;
            }

            notes.Add(note);
        }

        return notes;
    }

    private static VerifyFinding? ReadRecords(
        SqliteConnection connection, IReadOnlyDictionary<string, string> people, SegmentTables archives, LogVerifier walk)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {RecordColumns.SelectFrom(connection)} FROM AuditRecords ORDER BY Sequence";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var number = rows.GetInt64(0);
            var bytes = rows.GetFieldValue<byte[]>(1);
            var column = RecordColumns.FirstDifferent(rows, bytes, people);
            if (!walk.AddRecord(bytes))
            {
                // Where the stored hash does not fit either, it is this record; else an earlier one was rewritten with its hash.
                return null;
            }

            if (column is not null)
            {
                return new(number, $"Record {number} is shown otherwise than it was written: its column {column} was changed.");
            }

            if (archives.Compare(number, bytes) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    private static VerifyReport Tell(VerifyReport report, SegmentTables archives) => archives.Segments.Count == 0 ? report : report with
    {
        Archives = archives.Segments,
        Text = $"{report.Text} The records up to {archives.Segments[^1].Last} are in {archives.Segments.Count} archives; their hashes fit.",
    };

    /// <summary>Databases of earlier versions do not have every table.</summary>
    internal static bool HasTable(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() is not 0L;
    }

    internal static bool HasColumn(SqliteConnection connection, string table, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_table_info($table) WHERE name = $name";
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() is not 0L;
    }
}
