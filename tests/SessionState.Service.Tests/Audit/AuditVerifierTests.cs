namespace SessionState.Service.Tests.Audit;

public sealed class AuditVerifierTests
{
    [Fact]
    public async Task Verify_Untouched_IsGood()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(10);
        audit.Checkpoints.Sign().Demand();
        audit.Append(2);

        var verified = await audit.VerifyAsync();

        Assert.Equal((true, 12L, null, 10L), (verified.IsGood, verified.Records, verified.FirstBad, verified.SignedRecords));
        Assert.Equal(audit.Clock.GetUtcNow(), verified.SignedAt);
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET Json = CAST(replace(CAST(Json AS TEXT), 'Ada', 'Eve') AS BLOB) WHERE Sequence = 4", 4)]
    [InlineData("UPDATE AuditRecords SET Who = 'Eve' WHERE Sequence = 4", 4)]
    [InlineData("UPDATE AuditRecords SET Hash = zeroblob(32) WHERE Sequence = 7", 7)]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 3", 3)]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence > 8", 9)]
    [InlineData("UPDATE AuditRecords SET Sequence = CASE Sequence WHEN 4 THEN -5 ELSE -4 END WHERE Sequence IN (4, 5); UPDATE AuditRecords SET Sequence = -Sequence WHERE Sequence < 0", 4)]
    [InlineData("UPDATE AuditCheckpoints SET Text = replace(Text, char(10) || char(10), char(10) || 'x' || char(10))", 1)]
    public async Task Verify_Tampered_NamesTheFirstBadRecord(string sql, long firstBad)
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(10);
        audit.Checkpoints.Sign().Demand();

        audit.Tamper(sql);

        var verified = await audit.VerifyAsync();
        Assert.Equal((false, firstBad), (verified.IsGood, verified.FirstBad));
        Assert.NotEmpty(verified.Summary);
    }
}
