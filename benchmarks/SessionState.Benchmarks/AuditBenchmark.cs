using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SessionState.Service.Security;

namespace SessionState.Benchmarks;

/// <summary>Appends, verification and search of an audit; the baselines are bare SQLite loops over the same bytes.</summary>
internal static class AuditBenchmark
{
    private const int Appends = 2_000;

    public static void Run(int records)
    {
        using var audit = new BenchmarkAudit();
        Append(audit);
        audit.Fill(records);
        Timing.Report("records, database", string.Create(CultureInfo.InvariantCulture, $"{records:N0}, {new FileInfo(audit.File).Length / 1e6:0} MB"));
        Verify(audit);
        Search(audit);
    }

    private static void Append(BenchmarkAudit audit)
    {
        var bytes = audit.Append().Json;
        using var bare = audit.Connect("bare.db");
        Execute(bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Records (Sequence INTEGER PRIMARY KEY, Json BLOB)");
        Timing.Compare(
            $"{Appends} durable appends",
            "bare SQLite inserts",
            () => Repeat(() => Insert(bare, bytes)),
            () => Repeat(() => audit.Append()),
            rounds: 3);
    }

    private static void Verify(BenchmarkAudit audit)
    {
        var baseline = Seconds(() => Rehash(audit));
        var verifier = Seconds(() =>
        {
            if (audit.Verifier.VerifyAsync(CancellationToken.None).GetAwaiter().GetResult().Value is not { IsGood: true })
            {
                throw new InvalidOperationException("The audit does not verify.");
            }
        });
        Timing.Report("verify all: columns, chain, tree, signatures", string.Create(
            CultureInfo.InvariantCulture, $"{verifier / baseline:0.00} x  ({verifier:0.0} s; bare re-hash loop: {baseline:0.0} s)"));
    }

    private static void Search(BenchmarkAudit audit)
    {
        foreach (var (name, query) in BenchmarkAudit.Queries)
        {
            var times = Enumerable.Range(0, 5).Select(_ => Seconds(() => audit.Reader.List(query, Sight.Everything))).Order().ToList();
            Timing.Report($"first page by {name}", string.Create(
                CultureInfo.InvariantCulture, $"{times[2] * 1_000:0.0} ms, at worst {times[^1] * 1_000:0.0} ms"));
        }
    }

    private static void Rehash(BenchmarkAudit audit)
    {
        using var connection = audit.Connect(audit.File);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Json FROM AuditRecords ORDER BY Sequence";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            GC.KeepAlive(SHA256.HashData(rows.GetFieldValue<byte[]>(0)));
        }
    }

    private static void Insert(SqliteConnection connection, byte[] bytes)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Records (Json) VALUES ($json)";
        command.Parameters.AddWithValue("$json", bytes);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Repeat(Action action)
    {
        for (var i = 0; i < Appends; i++)
        {
            action();
        }
    }

    private static double Seconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
