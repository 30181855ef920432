using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit;

/// <summary>Opens the audit's SQLite file, and hands out contexts for it.</summary>
internal sealed class AuditDatabase(string file) : IDbContextFactory<AuditDbContext>, IDisposable
{
    // A refusal within seconds, never a hang.
    private const int BusySeconds = 2;

    private readonly DbContextOptions<AuditDbContext> _options = Options(file);
    private SqliteConnection? _keeper;

    public static DbContextOptions<AuditDbContext> Options(string file) =>
        new DbContextOptionsBuilder<AuditDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds }.ToString())
            .AddInterceptors(new DurableConnection())
            .Options;

    public AuditDbContext CreateDbContext() => new(_options);

    /// <summary>
    /// Creates or upgrades the file, keeping a copy of it as it was, and makes sure that what is committed survives a power cut.
    /// Gives the reason where the file is of a newer version; null where all is well.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be opened, is no database, or is locked by another process.</exception>
    /// <exception cref="InvalidOperationException">SQLite does not confirm that it writes durably.</exception>
    public string? Open()
    {
        using var database = CreateDbContext();
        database.Database.OpenConnection();
        database.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        if (AuditUpgrade.FindNewer(database) is { } migration)
        {
            return $"{file} was written by a newer version of this Service, up to {migration}. Install that version again, or put back a copy from before it.";
        }

        if (database.Database.GetPendingMigrations().Any())
        {
            AuditUpgrade.KeepCopy(database, file);

            // The caller holds the data folder, so a lock that is left over was left by a process that died.
            database.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS __EFMigrationsLock");
            database.Database.Migrate();
        }

        DurableConnection.Demand((SqliteConnection)database.Database.GetDbConnection());
        _keeper ??= Keep();
        return null;
    }

    public void Dispose() => _keeper?.Dispose();

    // The first connection after a time without any needs room for the index of the write-ahead log, and reading must go on when the disk is full.
    private SqliteConnection Keep()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        command.ExecuteScalar();
        return connection;
    }
}
