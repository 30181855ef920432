using Microsoft.Data.Sqlite;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>What a database keeps of archived records: their hashes, and which record says that they were archived.</summary>
internal sealed class SegmentTables
{
    private readonly Dictionary<long, ArchivedSegment> _unstated = [];

    /// <summary>The archives, oldest first.</summary>
    public List<ArchivedSegment> Segments { get; } = [];

    /// <summary>Adds the hashes of all archived records. Databases from before there were archives have none.</summary>
    public static SegmentTables Walk(SqliteConnection connection, LogVerifier walk)
    {
        var tables = new SegmentTables();
        if (DatabaseFile.HasTable(connection, "AuditSegments"))
        {
            tables.Read(connection);
            foreach (var segment in tables.Segments)
            {
                if (!walk.AddArchived(segment, Leaves(connection, segment)))
                {
                    break;
                }
            }
        }

        return tables;
    }

    /// <summary>What is wrong with a record that should state an archive; null where it does, or need not.</summary>
    public VerifyFinding? Compare(long number, byte[] record) =>
        _unstated.Remove(number, out var segment) && !segment.IsStatedBy(record)
            ? new(number, $"Record {number} does not state the archive of the records {segment.First} to {segment.Last}.")
            : null;

    /// <summary>
    /// What is wrong after the last record; null where nothing is. What states an archive may be in a later one itself, but the newest is always
    /// stated by a record that is here.
    /// </summary>
    public VerifyFinding? Finish() =>
        _unstated.FirstOrDefault(entry => entry.Key > Segments[^1].Last || entry.Value == Segments[^1]).Value is { } segment
            ? new(segment.First, $"Record {segment.First} is missing, and no record states an archive that it is in.")
            : null;

    private void Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT First, Last, LastHash, Root, File, FileHash, Record FROM AuditSegments ORDER BY First";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var segment = new ArchivedSegment(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2), rows.GetFieldValue<byte[]>(3), rows.GetString(4), rows.GetString(5));
            Segments.Add(segment);
            _unstated[rows.GetInt64(6)] = segment;
        }
    }

    private static IEnumerable<byte[]> Leaves(SqliteConnection connection, ArchivedSegment segment)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Hash FROM AuditLeaves WHERE Sequence BETWEEN $first AND $last ORDER BY Sequence";
        command.Parameters.AddWithValue("$first", segment.First);
        command.Parameters.AddWithValue("$last", segment.Last);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetFieldValue<byte[]>(0);
        }
    }
}
