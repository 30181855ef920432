using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SessionState.Service.Audit;

/// <summary>
/// Sets every connection to synchronous=FULL: with NORMAL, SQLite's write-ahead log loses committed rows in a power cut.
/// </summary>
internal sealed class DurableConnection : DbConnectionInterceptor
{
    private const long Full = 2;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    /// <summary>Reads the settings back. Without them the Service does not start.</summary>
    public static void Demand(SqliteConnection connection)
    {
        var journal = Ask(connection, "PRAGMA journal_mode");
        var synchronous = Ask(connection, "PRAGMA synchronous");
        if (journal is not "wal" || synchronous is not Full)
        {
            throw new InvalidOperationException(
                $"SQLite does not write durably: journal_mode is '{journal}' and should be 'wal', "
                + $"synchronous is '{synchronous}' and should be '{Full}' (FULL). The audit cannot be kept in {connection.DataSource}.");
        }
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }
}
