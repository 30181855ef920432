using SessionState.AppCmd.Auditing.Verifying;

namespace SessionState.Service.Tests.Audit;

/// <summary>The Service's database, verified by the tool that shares no code with it.</summary>
public sealed class OfflineDatabaseTests
{
    [Fact]
    public void Verify_UntouchedWhileItIsOpen_IsProven()
    {
        using var audit = Create();

        var report = Verify(audit);

        Assert.Equal((null, true), (report.Finding, report.IsProven));
        Assert.Equal("11 of 11 records of session-state-audit/test-server verified; the newest checkpoint covers 10.", report.Text);
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET Json = CAST(replace(CAST(Json AS TEXT), 'Ada', 'Eve') AS BLOB) WHERE Sequence = 4", 4)]
    [InlineData("UPDATE AuditRecords SET Who = 'Eve' WHERE Sequence = 4", 4)]
    [InlineData("UPDATE AuditRecords SET Outcome = 'Failed' WHERE Sequence = 5", 5)]
    [InlineData("UPDATE AuditRecords SET At = At + 1 WHERE Sequence = 6", 6)]
    [InlineData("UPDATE AuditRecords SET Hash = zeroblob(32) WHERE Sequence = 7", 7)]
    [InlineData("UPDATE AuditRecords SET Who = '~000000000000' WHERE Sequence = 8", 8)]
    [InlineData("UPDATE AuditRecords SET Target = 2 WHERE Sequence = 4", 4)]
    [InlineData("UPDATE AuditRecords SET TargetCount = 2 WHERE Sequence = 5", 5)]
    [InlineData("UPDATE AuditRecords SET Undoes = '0193F2A4-5D00-7000-8000-000000000000' WHERE Sequence = 6", 6)]
    [InlineData("UPDATE AuditRecords SET ConfirmBy = 1 WHERE Sequence = 7", 7)]
    [InlineData("UPDATE AuditRecords SET Until = 1 WHERE Sequence = 8", 8)]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 1", 1)]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 3", 3)]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence > 8", 9)]
    [InlineData("INSERT INTO AuditRecords (Sequence, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, Before, After, Reason, Ticket, Detail, WhoKey, PathKey, TextKey) SELECT 12, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, Before, After, Reason, Ticket, Detail, WhoKey, PathKey, TextKey FROM AuditRecords WHERE Sequence = 11", 12)]
    public void Verify_TamperedRecord_IsNamed(string sql, long firstBad)
    {
        using var audit = Create();
        audit.Tamper(sql);

        Assert.Equal(firstBad, Verify(audit).Finding!.FirstBad);
    }

    [Theory]
    [InlineData("UPDATE AuditCheckpoints SET Text = replace(Text, 'session', 'Session')")]
    [InlineData("UPDATE AuditCheckpoints SET Size = 9")]
    public void Verify_TamperedCheckpoint_IsFound(string sql)
    {
        using var audit = Create();
        audit.Tamper(sql);

        Assert.NotNull(Verify(audit).Finding);
    }

    [Theory]
    [InlineData("UPDATE AuditPeople SET Name = 'Eve'", null)]
    [InlineData("UPDATE AuditPeople SET Salt = zeroblob(32)", null)]
    [InlineData("UPDATE AuditPeople SET Key = '~000000000000'", 0)]
    public void Verify_NameReplaced_IsFound(string sql, int? erased)
    {
        using var audit = Create();
        audit.Tamper("DROP TRIGGER AuditPeopleAreNeverChanged; " + sql);

        // A name that is kept under another key is nobody's: the records show a pseudonym.
        Assert.Equal(erased is not null, Verify(audit).Finding is null);
        Assert.DoesNotContain(audit.Reader.List(new()).Demand().Items, entry => erased is not null && entry.Who == "Ada");
    }

    [Fact]
    public void Verify_NewestRecordsAndCheckpointsGone_IsFoundByAKeptCheckpoint()
    {
        using var audit = Create();
        var kept = SignedNote.Parse(audit.Checkpoints.Sign().Demand().Text);
        audit.Tamper("DELETE FROM AuditRecords WHERE Sequence > 10; DELETE FROM AuditCheckpoints WHERE Size > 10");

        Assert.Null(Verify(audit).Finding);
        Assert.Equal(11, Verify(audit, kept).Finding!.FirstBad);
    }

    [Fact]
    public void Verify_OtherKey_IsFound()
    {
        using var audit = Create();
        using var other = Create();

        Assert.NotNull(DatabaseFile.Verify(audit.File, Key(other), null).Finding);
    }

    private static AuditFixture Create()
    {
        var audit = AuditFixture.OpenSigned();
        audit.Append(10);
        audit.Checkpoints.Sign().Demand();
        audit.Append(1);
        return audit;
    }

    private static VerifyReport Verify(AuditFixture audit, SignedNote? since = null) => DatabaseFile.Verify(audit.File, Key(audit), since);

    private static PublicKey Key(AuditFixture audit) => PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;
}
