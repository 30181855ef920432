using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditArchiverTests : IDisposable
{
    private const int Old = 300;
    private const int Young = 5;
    private static readonly TimeSpan Online = TimeSpan.FromDays(400);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Run_OldRecords_AreInAnArchiveAndEverythingStillVerifies()
    {
        using var audit = Create();
        var root = Root(audit, Old + Young);
        var checkpoint = SignedNote.Parse(audit.Checkpoints.Sign().Demand().Text);

        Assert.Equal(["audit-000000000001.auditbundle"], Archiver(audit).Run().Demand());

        Assert.Equal(Young + 1, audit.Database.CreateDbContext().Records.Count());
        Assert.Equal(root, Root(audit, Old + Young));
        Assert.True((await audit.VerifyAsync()).IsGood);
        audit.Checkpoints.Sign().Demand();
        Assert.True(Verify(audit) is { Finding: null, IsProven: true });
        Assert.True(Verify(audit, checkpoint) is { Finding: null, IsProven: true });
        Assert.True(ArchiveFolder.Verify(Verify(audit), _folder["archive"], Key(audit)) is { Finding: null, IsProven: true });
        Assert.True(VerifyFile(audit, "audit-000000000001.auditbundle") is { Finding: null, IsProven: true });
        Assert.Equal(Old, File.ReadLines(_folder["archive/audit-000000000001.auditbundle"]).Count(line => line.StartsWith('{')));
    }

    [Fact]
    public async Task Run_Twice_ContinuesWhereTheFirstEnded()
    {
        using var audit = Create();
        Archiver(audit).Run().Demand();
        audit.Clock.Advance(TimeSpan.FromDays(440));
        audit.Append(2);

        Assert.Equal(["audit-000000000301.auditbundle"], Archiver(audit).Run().Demand());
        Assert.Empty(Archiver(audit).Run().Demand());

        audit.Reopen();
        Assert.Null(audit.Log.ReadOnlyReason);
        audit.Append(3);
        Assert.True((await audit.VerifyAsync()).IsGood);
        audit.Checkpoints.Sign().Demand();
        Assert.True(ArchiveFolder.Verify(Verify(audit), _folder["archive"], Key(audit)) is { Finding: null, IsProven: true });
        Assert.True(VerifyFile(audit, "audit-000000000001.auditbundle") is { Finding: null, IsProven: true });
        Assert.True(BundleFile.Verify(new MemoryStream(await audit.ExportAsync(AuditExportFormat.Bundle)), Key(audit), null) is { Finding: null, IsProven: true });
    }

    [Theory]
    [InlineData(nameof(ArchiveStep.Written))]
    [InlineData(nameof(ArchiveStep.Recorded))]
    [InlineData(nameof(ArchiveStep.Dropped))]
    public async Task Run_DiesAfterAnyStep_LosesNoRecordAndGoesOn(string step)
    {
        using var audit = Create();
        var dying = new AuditArchiver(audit.Database, audit.Log, audit.Checkpoints, Retention(), audit.Clock)
        {
            Reached = reached => _ = reached.ToString() == step ? throw new OperationCanceledException() : 0,
        };
        Assert.Throws<OperationCanceledException>(() => dying.Run());
        AssertNothingLost(audit);

        audit.Reopen();
        audit.Append(1);
        Archiver(audit).Run().Demand();

        AssertNothingLost(audit);
        Assert.Equal(Old, audit.Database.CreateDbContext().Leaves.Count());
        Assert.True((await audit.VerifyAsync()).IsGood);
        audit.Checkpoints.Sign().Demand();
        Assert.True(ArchiveFolder.Verify(Verify(audit), _folder["archive"], Key(audit)) is { Finding: null, IsProven: true });
    }

    [Fact]
    public void Run_DiedAndTheFileIsDamaged_KeepsTheRecordsAndWritesAnother()
    {
        using var audit = Create();
        var dying = new AuditArchiver(audit.Database, audit.Log, audit.Checkpoints, Retention(), audit.Clock)
        {
            Reached = reached => _ = reached == ArchiveStep.Recorded ? throw new OperationCanceledException() : 0,
        };
        Assert.Throws<OperationCanceledException>(() => dying.Run());
        File.AppendAllText(_folder["archive/audit-000000000001.auditbundle"], "x");

        Archiver(audit).Run().Demand();

        AssertNothingLost(audit);
        audit.Checkpoints.Sign().Demand();
        Assert.True(ArchiveFolder.Verify(Verify(audit), _folder["archive"], Key(audit)) is { Finding: null, IsProven: true });
    }

    [Fact]
    public void Run_FolderThatCannotBeMade_DropsNothing()
    {
        using var audit = Create();
        File.WriteAllText(_folder["archive"], "a file");

        var problem = Archiver(audit).Run().Refusal();

        Assert.NotEmpty(problem.Detail);
        Assert.Equal(Old + Young, audit.Database.CreateDbContext().Records.Count());
    }

    [Fact]
    public void Run_FewRecordsJustOverTheirTime_WaitUnlessTold()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);
        audit.Clock.Advance(Online + TimeSpan.FromDays(1));
        audit.Append(1);

        Assert.Empty(Archiver(audit).Run().Demand());
        Assert.Single(Archiver(audit).Run(now: true).Demand());
        Assert.Equal([5, 4], audit.Reader.List(new()).Demand().Items.Select(entry => entry.Sequence));
    }

    [Fact]
    public void RunOnce_ClockSetToAnotherYear_ArchivesNothing()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);
        var archiving = new AuditArchiving(
            Archiver(audit), audit.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditArchiving>.Instance);

        audit.Clock.Set(audit.Clock.GetUtcNow().AddYears(10));
        archiving.RunOnce();

        Assert.Equal(3, audit.Database.CreateDbContext().Records.Count());
    }

    [Fact]
    public void Find_ArchivedRecord_NamesTheFile()
    {
        using var audit = Create();
        Archiver(audit).Run().Demand();

        Assert.Contains("audit-000000000001.auditbundle", audit.Reader.Find(1).Refusal().Detail, StringComparison.Ordinal);
        Assert.True(audit.Reader.Find(Old + 1).Demand().HashValid);
    }

    [Theory]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 302")]
    [InlineData("DELETE FROM AuditLeaves")]
    [InlineData("UPDATE AuditLeaves SET Hash = zeroblob(32) WHERE Sequence = 3")]
    [InlineData("DELETE FROM AuditSegments")]
    [InlineData("UPDATE AuditSegments SET Last = 304")]
    public void Database_AfterArchiving_RefusesEveryOtherDeletion(string sql)
    {
        using var audit = Create();
        Archiver(audit).Run().Demand();

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => audit.Execute(sql));
    }

    [Theory]
    [InlineData("UPDATE AuditLeaves SET Hash = zeroblob(32) WHERE Sequence = 3")]
    [InlineData("DELETE FROM AuditLeaves WHERE Sequence = 300")]
    [InlineData("DELETE FROM AuditSegments; DELETE FROM AuditLeaves")]
    [InlineData("UPDATE AuditSegments SET FileHash = 'x'")]
    [InlineData("UPDATE AuditSegments SET LastHash = zeroblob(32)")]
    [InlineData("INSERT INTO AuditSegments (First, Last, LastHash, Root, Record, File, FileHash) SELECT 301, 303, LastHash, Root, 9999, File, FileHash FROM AuditSegments; DELETE FROM AuditRecords WHERE Sequence < 304")]
    public async Task Verify_TamperedArchiving_IsFoundByServiceAndTool(string sql)
    {
        using var audit = Create();
        Archiver(audit).Run().Demand();
        audit.Checkpoints.Sign().Demand();
        audit.Tamper("DROP TRIGGER AuditSegmentsAreNeverChanged; DROP TRIGGER AuditSegmentsAreNeverDeleted; "
            + "DROP TRIGGER AuditLeavesAreNeverChanged; DROP TRIGGER AuditLeavesAreNeverDeleted; "
            + sql);

        Assert.False((await audit.VerifyAsync()).IsGood);
        Assert.NotNull(Verify(audit).Finding);
    }

    [Fact]
    public void ArchiveFolder_MissingOrChangedFile_IsNotProvenOrFound()
    {
        using var audit = Create();
        Archiver(audit).Run().Demand();
        var file = _folder["archive/audit-000000000001.auditbundle"];
        var report = Verify(audit);

        File.AppendAllText(file, "\n");
        Assert.Equal(1, ArchiveFolder.Verify(report, _folder["archive"], Key(audit)).Finding!.FirstBad);
        File.Delete(file);
        Assert.True(ArchiveFolder.Verify(report, _folder["archive"], Key(audit)) is { Finding: null, IsProven: false });
    }

    public void Dispose() => _folder.Dispose();

    private static AuditFixture Create()
    {
        var audit = AuditFixture.OpenSigned();
        audit.Append(Old);
        audit.Clock.Advance(Online + AuditRetention.Grace + TimeSpan.FromDays(1));
        audit.Append(Young);
        return audit;
    }

    // Every record is in the database, or its archive is.
    private void AssertNothingLost(AuditFixture audit)
    {
        using var context = audit.Database.CreateDbContext();
        var online = context.Records.Select(row => row.Sequence).ToHashSet();
        var archived = Directory.Exists(_folder["archive"])
            ? Directory.GetFiles(_folder["archive"]).SelectMany(File.ReadLines).Where(line => line.StartsWith('{')).Count()
            : 0;
        Assert.True(online.IsSupersetOf(Enumerable.Range(1, Old).Select(number => (long)number)) || archived == Old);
    }

    private AuditArchiver Archiver(AuditFixture audit) => new(audit.Database, audit.Log, audit.Checkpoints, Retention(), audit.Clock);

    private AuditRetention Retention() => new(Online, _folder["archive"]);

    private VerifyReport VerifyFile(AuditFixture audit, string name)
    {
        using var stream = File.OpenRead(_folder[$"archive/{name}"]);
        return BundleFile.Verify(stream, Key(audit), null);
    }

    private static byte[] Root(AuditFixture audit, long size) => new AuditTree(audit.Database.CreateDbContext()).Root(size);

    private static VerifyReport Verify(AuditFixture audit, SignedNote? since = null) => DatabaseFile.Verify(audit.File, Key(audit), since);

    private static PublicKey Key(AuditFixture audit) => PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;
}
