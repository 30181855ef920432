using Microsoft.Data.Sqlite;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Reads an audit database, read only: records, the columns copied out of them, and checkpoints.</summary>
internal static class DatabaseFile
{
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
            ReadRecords(connection, people, walk, out var finding);
            var report = VerifyReport.Of(walk, null, notes.Count == 0 ? null : notes[^1], trusted, isWhole: false);
            return finding is null ? report : report with { Finding = finding };
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

    private static void ReadRecords(
        SqliteConnection connection, IReadOnlyDictionary<string, string> people, LogVerifier walk, out VerifyFinding? finding)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {RecordColumns.Select} FROM AuditRecords ORDER BY Sequence";
        using var rows = command.ExecuteReader();
        for (finding = null; rows.Read();)
        {
            var number = rows.GetInt64(0);
            var bytes = rows.GetFieldValue<byte[]>(1);
            var column = RecordColumns.FirstDifferent(rows, bytes, people);
            if (!walk.AddRecord(bytes))
            {
                // Where the stored hash does not fit either, it is this record; else an earlier one was rewritten with its hash.
                return;
            }

            if (column is not null)
            {
                finding = new(number, $"Record {number} is shown otherwise than it was written: its column {column} was changed.");
                return;
            }
        }
    }

    /// <summary>Databases of earlier versions do not have every table.</summary>
    internal static bool HasTable(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() is not 0L;
    }
}
