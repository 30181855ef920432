using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SessionState.Files;

namespace SessionState.Service.Audit;

/// <summary>What surrounds the migrations of the audit's database.</summary>
internal static class AuditUpgrade
{
    /// <summary>The newest migration that this version knows nothing of; null where it knows all.</summary>
    public static string? FindNewer(AuditDbContext database) =>
        database.Database.GetAppliedMigrations().Except(database.Database.GetMigrations()).Max();

    /// <summary>Copies a database of an older version, so that whoever must go back to that version can. A copy that is there already stays.</summary>
    /// <exception cref="SqliteException">There is no room for the copy, for example: nothing was migrated yet.</exception>
    /// <exception cref="IOException">The copy cannot be named: the same.</exception>
    public static void KeepCopy(AuditDbContext database, string file)
    {
        if (database.Database.GetAppliedMigrations().LastOrDefault() is not { } migration || CopyOf(file, migration) is var copy && File.Exists(copy))
        {
            return;
        }

        // Under its final name only when it is whole.
        var unfinished = copy + ".part";
        File.Delete(unfinished);
        database.Database.ExecuteSql($"VACUUM INTO {unfinished}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        if (DurableFile.Rename(unfinished, copy) is { } problem)
        {
            throw new IOException($"The audit is not upgraded, because no copy of it can be kept: {problem}");
        }
    }

    /// <summary>The copy of a database as it was when this was its newest migration.</summary>
    public static string CopyOf(string file, string migration) => $"{file}.{migration}";
}
