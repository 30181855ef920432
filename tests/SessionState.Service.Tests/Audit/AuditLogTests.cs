using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

/// <summary>ASVS 16.2.1, 16.2.2.</summary>
public sealed class AuditLogTests
{
    [Fact]
    public void TryAppend_ThreeRecords_AreNumberedAndChainedFromTheFirst()
    {
        using var audit = AuditFixture.Open();

        var rows = Enumerable.Range(0, 3).Select(_ => audit.Log.TryAppend(AuditFixture.Record())!).ToList();

        Assert.Equal([1, 2, 3], rows.Select(row => row.Sequence));
        Assert.Equal(
            [AuditChain.NoHash, Sha256(rows[0].Json), Sha256(rows[1].Json)],
            rows.Select(row => JsonDocument.Parse(row.Json).RootElement.GetProperty("prev").GetString()));
        Assert.Equal(3, audit.Log.HeadSequence);
    }

    [Fact]
    public void TryAppend_OneRecord_StoresTheseVeryBytes()
    {
        using var audit = AuditFixture.Open();

        var actor = new AuditActor("user", "local", "zoe-1", "Zoë");
        var row = audit.Log.TryAppend(AuditFixture.Record(op: Guid.Empty, reason: "=cmd()\u001b[31m") with { Actor = actor })!;

        var json = System.Text.Encoding.UTF8.GetString(row.Json);
        var clock = System.Text.RegularExpressions.Regex.Match(json, "\"mono\":\\d+(,\"boot\":\"[0-9a-f-]{36}\")?");
        Assert.Equal(OperatingSystem.IsLinux(), clock.Groups[1].Success);
        Assert.Equal(
            """
            {"v":2,"origin":"test-server","seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","ts":"2026-11-22T16:00:00.000Z",CLOCK,"clk":"ok","type":"outcome","op":"00000000-0000-0000-0000-000000000000","actor":{"kind":"user","iss":"local","sub":"zoe-1"},"who":"WHO","via":{"uid":1000,"pid":42,"process":"dashboard"},"do":{"action":"set","path":"Contoso/shop","setting":"system.webServer/asp/session@allowSessionState","value":"false","before":"true","after":"false"},"why":{"reason":"=cmd()\u001B[31m","ticket":"T-1"},"res":{"code":"applied"}}
            """
                .Replace("CLOCK", clock.Value, StringComparison.Ordinal)
                .Replace("WHO", audit.Database.CreateDbContext().People.Single().Who, StringComparison.Ordinal),
            json);
        Assert.True(AuditChain.IsIntact(audit.Database.CreateDbContext().Records.Single()));
    }

    [Fact]
    public void TryAppend_AfterReopening_ContinuesTheChain()
    {
        using var audit = AuditFixture.Open();
        var first = audit.Log.TryAppend(AuditFixture.Record())!;

        audit.Log.Open(AuditHead.Read(audit.Database.CreateDbContext()), null);
        var second = audit.Log.TryAppend(AuditFixture.Record())!;

        Assert.True(AuditChain.Follows(second, first));
    }

    [Fact]
    public void TryAppend_BeforeOpening_WritesNothing()
    {
        using var audit = new AuditFixture();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.NotNull(audit.Log.ReadOnlyReason);
    }

    [Fact]
    public void TryAppend_DatabaseRefuses_SaysWhyAndRecoversByItself()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Execute("CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("database or disk is full", audit.Log.ReadOnlyReason, StringComparison.Ordinal);

        audit.Execute("DROP TRIGGER Full;");
        Assert.Equal(2, audit.Log.TryAppend(AuditFixture.Record())!.Sequence);
        Assert.Null(audit.Log.ReadOnlyReason);
    }

    [Fact]
    public void TryAppend_DatabaseLockedByAnother_GivesUpWithinSeconds()
    {
        using var audit = AuditFixture.Open();
        using var other = audit.Connect();
        using var transaction = other.BeginTransaction(System.Data.IsolationLevel.Serializable, deferred: false);
        var started = System.Diagnostics.Stopwatch.StartNew();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));

        Assert.InRange(started.Elapsed.TotalSeconds, 0, 10);
        Assert.Contains("locked", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public void AppendOrKeep_DatabaseRefuses_WritesItLaterWithItsOwnTimeAndBlocksIntentsUntilThen()
    {
        using var audit = AuditFixture.Open();
        var intent = audit.Log.TryAppend(AuditFixture.Record(AuditType.Intent))!;
        audit.Execute("CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");

        Assert.Null(audit.Log.AppendOrKeep(AuditFixture.Record(reference: intent.Sequence)));
        Assert.Equal(intent.Sequence, audit.Log.OpenIntent);
        audit.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(audit.Log.TryAppend(AuditFixture.Record(AuditType.Intent)));

        audit.Execute("DROP TRIGGER Full;");
        Assert.True(audit.Log.WriteWaiting());
        Assert.Null(audit.Log.OpenIntent);
        Assert.Null(audit.Log.ReadOnlyReason);
        var stored = audit.Database.CreateDbContext().Records.OrderBy(row => row.Sequence).ToList();
        Assert.Equal([AuditType.Intent, AuditType.Outcome], stored.Select(row => row.Type));
        Assert.Equal(stored[0].At, stored[1].At);
    }

    [Fact]
    public void Close_AnyReason_RefusesForGood()
    {
        using var audit = AuditFixture.Open();

        audit.Log.Close("Tampered.");

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.False(audit.Log.WriteWaiting());
        Assert.Equal("Tampered.", audit.Log.ReadOnlyReason);
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET Who = 'Eve'")]
    [InlineData("DELETE FROM AuditRecords")]
    public void Database_ChangeOfARecord_IsRefused(string sql)
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());

        Assert.Throws<SqliteException>(() => audit.Execute(sql));
    }

    [Fact]
    public void Open_EveryConnection_IsDurable()
    {
        using var audit = AuditFixture.Open();
        using var context = audit.Database.CreateDbContext();
        context.Database.OpenConnection();

        DurableConnection.Demand((SqliteConnection)context.Database.GetDbConnection());
    }

    [Fact]
    public void Demand_ConnectionThatIsNotDurable_Refuses()
    {
        using var audit = AuditFixture.Open();
        using var connection = audit.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();

        var refused = Assert.Throws<InvalidOperationException>(() => DurableConnection.Demand(connection));
        Assert.Contains("synchronous", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_LockLeftByAKilledProcess_DoesNotStopTheStart()
    {
        using var audit = new AuditFixture();
        audit.Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026');");

        audit.Database.Open();

        Assert.Empty(audit.Database.CreateDbContext().Records);
    }

    [Fact]
    public void Model_Migrations_AreUpToDate()
    {
        using var audit = new AuditFixture();
        using var context = audit.Database.CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void LastChanges_AfterLoading_KnowsTheNewestAppliedOrExternalOfEachPath()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(who: "Ada", path: "Contoso"));
        audit.Log.TryAppend(AuditFixture.Record(who: "Bob", path: "CONTOSO"));
        audit.Log.TryAppend(AuditFixture.Record(AuditType.Denied, who: "Eve", path: "Contoso"));
        audit.Log.TryAppend(AuditFixture.Record(AuditType.External, who: "(unknown)", path: "Fabrikam"));
        audit.Log.TryAppend(AuditFixture.Record(who: "Ada", path: "Failed", code: ProblemCodes.WriteFailed));

        var loaded = new LastChanges();
        loaded.Load(audit.Database.CreateDbContext());

        foreach (var known in new[] { audit.LastChanges, loaded })
        {
            Assert.Equal((2, "Bob"), (known.Of("contoso")!.Sequence, known.Of("contoso")!.Who));
            Assert.Equal(4, known.Of("Fabrikam")!.Sequence);
            Assert.Null(known.Of("Failed"));
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
