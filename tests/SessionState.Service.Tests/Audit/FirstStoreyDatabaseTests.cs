using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

/// <summary>A database from before there were trees and checkpoints is opened and goes on.</summary>
public sealed class FirstStoreyDatabaseTests
{
    [Fact]
    public async Task Open_DatabaseOfTheFirstMigration_IsContinuedAndVerifies()
    {
        using var audit = new AuditFixture();
        WriteFirstStorey(audit, 700);

        audit.Reopen();
        audit.Append(2);
        audit.Checkpoints.Sign().Demand();

        Assert.Null(audit.Log.ReadOnlyReason);
        var verified = await audit.VerifyAsync();
        Assert.Equal((true, 702L, 702L), (verified.IsGood, verified.Records, verified.SignedRecords));
        using var context = audit.Database.CreateDbContext();
        Assert.Equal(3, context.TreeNodes.Count());
        Assert.Equal(700, audit.Reader.List(new() { Who = "ada", Ticket = "t-old" }).Demand().Total);
        Assert.Equal(702, audit.Reader.List(new() { Who = "ada" }).Demand().Total);
        Assert.Contains("\"name\":\"Ada\"", audit.Reader.Find(700).Demand().Json, StringComparison.Ordinal);
        Assert.True(audit.Reader.Find(701).Demand().HashValid);
        Assert.True(DatabaseFile.Verify(audit.File, PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier), null) is { Finding: null, IsProven: true });
        Assert.Equal(1, audit.Reader.List(new() { Text = "t-1" }).Demand().Total);
    }

    [Fact]
    public void Open_DatabaseOfTheFirstMigration_KeepsACopyAsItWas()
    {
        using var audit = new AuditFixture();
        WriteFirstStorey(audit, 20);

        audit.Reopen();
        audit.Append(1);
        audit.Reopen();

        var copy = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(audit.File)!, "audit*_CreateAudit"));
        using var old = new AuditDbContext(AuditDatabase.Options(copy));
        Assert.EndsWith("_CreateAudit", Assert.Single(old.Database.GetAppliedMigrations()), StringComparison.Ordinal);
        Assert.Equal(20, old.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM AuditRecords").Single());
    }

    [Fact]
    public void Open_DatabaseOfANewerVersion_RefusesToWriteAndSaysWhatToDo()
    {
        using var audit = new AuditFixture();
        audit.Reopen();
        audit.Append(1);
        audit.Execute("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29990101000000_FromTomorrow', '99.0.0')");

        audit.Reopen();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("was written by a newer version of this Service, up to 29990101000000_FromTomorrow", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RecordMissingInAnOldDatabase_RefusesToWrite()
    {
        using var audit = new AuditFixture();
        WriteFirstStorey(audit, 1_300);
        audit.Execute("DROP TRIGGER AuditRecordsAreNeverDeleted; DELETE FROM AuditRecords WHERE Sequence = 100;");

        audit.Reopen();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("100", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    private static void WriteFirstStorey(AuditFixture audit, int count)
    {
        using var context = audit.Database.CreateDbContext();
        context.GetService<IMigrator>().Migrate("CreateAudit");
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        var head = AuditHead.Empty;
        for (var number = 1; number <= count; number++)
        {
            var record = AuditFixture.Record(ticket: "T-old") with
            {
                V = 1,
                Origin = "test-server",
                Seq = number,
                Prev = head.Hash,
                Ts = audit.Clock.GetUtcNow(),
            };
            var row = AuditRow.From(record, AuditJson.Write(record));
            Insert(context, row);
            head = head.Next(row, _ => { });
        }
    }

    // The columns that there were then.
    private static void Insert(AuditDbContext context, AuditRow row) => context.Database.ExecuteSql(
        $"""
        INSERT INTO AuditRecords
            (Sequence, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, Before, After, Reason, Ticket, Detail,
            WhoKey, PathKey, TextKey)
        VALUES
            ({row.Sequence}, {row.Json}, {row.Hash}, {row.At}, {row.Type.ToString()}, {row.Outcome.ToString()}, {row.ChangeId}, {row.Reference},
            {row.Who}, {row.Via}, {row.Path}, {row.Setting}, {row.Action.ToString()}, {row.Before}, {row.After}, {row.Reason}, {row.Ticket},
            {row.Detail}, {row.WhoKey}, {row.PathKey}, {row.TextKey})
        """);
}
