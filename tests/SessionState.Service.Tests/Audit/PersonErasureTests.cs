using System.Text;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Tests.Audit;

public sealed class PersonErasureTests
{
    private static readonly AuditActor Ada = new("user", "local", "17", "Ada Lovelace");

    [Fact]
    public void TryAppend_OnePersonManyRecords_IsOneNameAndInNoRecord()
    {
        using var audit = Create();
        audit.Log.TryAppend(AuditFixture.Record() with { Actor = Ada with { Name = "Ada King" } });
        using var context = audit.Database.CreateDbContext();

        Assert.Equal(["Ada King", "Ada Lovelace", "Bob"], context.People.Select(person => person.Name).AsEnumerable().Order());
        Assert.DoesNotContain(context.Records.AsEnumerable(), row => Encoding.UTF8.GetString(row.Json).Contains("Lovelace", StringComparison.Ordinal));
        Assert.Equal(["Ada King", "Bob", "Ada Lovelace", "Ada Lovelace"], Names(audit, new()));
        Assert.Equal(new ActingUser("local", "17", "Ada Lovelace"), audit.Reader.Find(1).Demand().User);
    }

    [Fact]
    public async Task Run_Person_ShowsAPseudonymAndEverythingStillVerifies()
    {
        using var audit = Create();
        audit.Checkpoints.Sign().Demand();

        var pseudonym = Assert.Single(Erase(audit, "local", "17"));

        Assert.Equal(["(service)", "Bob", pseudonym, pseudonym], Names(audit, new()));
        Assert.Empty(Names(audit, new() { Who = "lovelace" }));
        Assert.Equal([pseudonym, pseudonym], Names(audit, new() { Who = pseudonym }));
        Assert.Equal(["Bob"], Names(audit, new() { Who = "BOB" }));
        Assert.Equal(new ActingUser("local", "17", pseudonym), audit.Reader.Find(1).Demand().User);
        Assert.True((await audit.VerifyAsync()).IsGood);
        Assert.True(DatabaseFile.Verify(audit.File, Key(audit), null) is { Finding: null, IsProven: true });
        Assert.Contains(pseudonym, Encoding.UTF8.GetString(await audit.ExportAsync(AuditExportFormat.Csv)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Person_IsRecordedWithoutTheName()
    {
        using var audit = Create();
        var who = audit.Database.CreateDbContext().People.Single(person => person.Name == Ada.Name).Who;

        Erase(audit, "local", "17");

        var record = audit.Reader.Find(4).Demand();
        Assert.Equal(AuditType.Erasure, record.Entry.Type);
        Assert.Contains($"\"erased\":[\"{who}\"]", record.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", record.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Person_LeavesNoByteOfTheNameInTheFiles()
    {
        using var audit = Create();
        var name = Encoding.UTF8.GetBytes("Lovelace");
        Assert.Contains(Files(audit), file => file.AsSpan().IndexOf(name) >= 0);

        Erase(audit, "local", "17");

        Assert.DoesNotContain(Files(audit), file => file.AsSpan().IndexOf(name) >= 0 || file.AsSpan().IndexOf("lovelace"u8) >= 0);
    }

    [Fact]
    public void Run_PersonComesBack_IsSomebodyElseForWhoeverReadsRecords()
    {
        using var audit = Create();
        Erase(audit, "local", "17");

        audit.Reopen();
        audit.Log.TryAppend(AuditFixture.Record() with { Actor = Ada });

        Assert.Equal(5, Assert.Single(audit.Reader.List(new() { Who = "lovelace" }).Demand().Items).Sequence);
    }

    [Fact]
    public void Run_NobodyOrAgain_SaysSo()
    {
        using var audit = Create();
        Erase(audit, "local", "17");

        Assert.Contains("local/17", Run(audit, "local", "17").Refusal().Detail, StringComparison.Ordinal);
        Assert.Equal(4, audit.Log.HeadSequence);
    }

    private static AuditFixture Create()
    {
        var audit = AuditFixture.OpenSigned();
        audit.Log.TryAppend(AuditFixture.Record() with { Actor = Ada });
        audit.Log.TryAppend(AuditFixture.Record() with { Actor = Ada });
        audit.Log.TryAppend(AuditFixture.Record(who: "Bob"));
        return audit;
    }

    // With the Service stopped, and started again afterwards.
    private static IReadOnlyList<string> Erase(AuditFixture audit, string issuer, string subject) => Run(audit, issuer, subject).Demand();

    private static ServiceResult<IReadOnlyList<string>> Run(AuditFixture audit, string issuer, string subject) =>
        new PersonErasure(new(audit.Database, audit.Log, audit.Origin), audit.Database, audit.Log).Run(issuer, subject);

    private static IEnumerable<string> Names(AuditFixture audit, AuditQuery query) =>
        audit.Reader.List(query).Demand().Items.Select(entry => entry.Who);

    private static List<byte[]> Files(AuditFixture audit) =>
        [.. new[] { audit.File, audit.File + "-wal" }.Where(File.Exists).Select(ReadShared)];

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static PublicKey Key(AuditFixture audit) => PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;
}
