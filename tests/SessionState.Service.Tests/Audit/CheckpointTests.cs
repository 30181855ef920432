using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Tests.Audit;

public sealed class CheckpointTests
{
    [Fact]
    public void Sign_ThreeRecords_IsACheckpointInTheFormatOfC2sp()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);

        var checkpoint = audit.Checkpoints.Sign().Demand();

        var lines = checkpoint.Text.Split('\n');
        Assert.Equal(
            ["session-state-audit/test-server", "3", Convert.ToBase64String(audit.Log.Head!.Tree.Root()), ""], lines[..4]);
        Assert.StartsWith("— session-state-audit/test-server ", lines[4], StringComparison.Ordinal);
        Assert.Equal(("", 6), (lines[5], lines.Length));
        Assert.True(AuditPublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!.Verifies(checkpoint.Text, audit.Checkpoints.Name));
    }

    [Fact]
    public void Name_ServerWithBlanksAndPlus_HasNeither()
    {
        Assert.Equal("session-state-audit/Demo%20server%2B1", CheckpointNote.Name("Demo server+1"));
    }

    [Fact]
    public void SignIfDue_RecordHasWaited_SignsOnceWithinAMinute()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1);
        audit.Checkpoints.SignIfDue();
        Assert.Empty(Sizes(audit));

        audit.Clock.Advance(AuditCheckpoints.Delay);
        audit.Checkpoints.SignIfDue();
        audit.Clock.Advance(AuditCheckpoints.Delay);
        audit.Checkpoints.SignIfDue();

        Assert.Equal([1], Sizes(audit));
        Assert.True(AuditCheckpoints.Delay < TimeSpan.FromSeconds(59));
    }

    [Fact]
    public void Sign_AfterReopening_ContinuesWithTheSameKey()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(2);
        audit.Checkpoints.Sign().Demand();
        var key = audit.Checkpoints.PublicKey;

        audit.Reopen();
        audit.Append(1);
        audit.Checkpoints.Sign().Demand();

        Assert.Equal([2, 3], Sizes(audit));
        Assert.Equal(key, audit.Checkpoints.PublicKey);
    }

    [Theory]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 5")]
    [InlineData("DELETE FROM AuditRecords WHERE Sequence = 5; DELETE FROM AuditCheckpoints")]
    public void Reopen_SignedRecordCutOff_RefusesToWrite(string sql)
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(5);
        audit.Checkpoints.Sign().Demand();

        audit.Tamper(sql);
        audit.Reopen();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("5 records", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_RecordsRewrittenWhileRunning_NeverSignsTheOtherHead()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);
        audit.Checkpoints.Sign().Demand();
        audit.Append(1);
        audit.Tamper("UPDATE AuditRecords SET Json = CAST(replace(CAST(Json AS TEXT), 'Ada', 'Eve') AS BLOB) WHERE Sequence = 2");

        var problem = audit.Checkpoints.Sign().Refusal();

        Assert.Equal(ProblemCodes.AuditUnavailable, problem.Code);
        Assert.Equal([3], Sizes(audit));
        Assert.NotNull(audit.Log.ReadOnlyReason);
    }

    [Fact]
    public void Open_KeyOthersMayRead_RefusesWithAWayOut()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix rights.");
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1);
        audit.Checkpoints.Sign().Demand();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(audit.Keeping.KeyFile));
            File.SetUnixFileMode(audit.Keeping.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        audit.Reopen();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("chmod 600", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
        Assert.Single(audit.Reader.List(new()).Demand().Items);
    }

    [Fact]
    public void Open_KeyGoneOrAnother_MakesNoNewOneByItself()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1);
        audit.Checkpoints.Sign().Demand();

        File.Delete(audit.Keeping.KeyFile);
        audit.Reopen();
        Assert.Contains("cannot be read", audit.Log.ReadOnlyReason, StringComparison.Ordinal);

        AuditKeyFile.Create(audit.Keeping.KeyFile).Dispose();
        audit.Reopen();
        Assert.Contains("not the one that signed", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotation_OldKeyVouchesForTheNew_AndEverythingVerifies()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);
        audit.Checkpoints.Sign().Demand();
        var old = AuditPublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;

        var verifier = Rotate(audit);
        audit.Reopen();
        audit.Append(2);
        audit.Checkpoints.Sign().Demand();

        using var context = audit.Database.CreateDbContext();
        var rotation = Assert.Single(context.Checkpoints, checkpoint => checkpoint.IsRotation);
        Assert.True(old.Verifies(rotation.Text, audit.Checkpoints.Name));
        Assert.Equal(verifier, CheckpointNote.NextKey(rotation.Text));
        Assert.Equal(verifier, audit.Checkpoints.PublicKey!.Value.Verifier);
        Assert.Equal(AuditType.Key, context.Records.Single(row => row.Sequence == rotation.Size).Type);
        Assert.Equal((true, 6L), await VerifiedAsync(audit));
    }

    [Fact]
    public async Task Rotation_BrokenOffAfterItWasSigned_IsFinishedAtTheNextStart()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1);
        audit.Checkpoints.Sign().Demand();
        var before = File.ReadAllText(audit.Keeping.KeyFile);
        var verifier = Rotate(audit);
        File.Move(audit.Keeping.KeyFile, audit.Keeping.NextKeyFile);
        File.WriteAllText(audit.Keeping.KeyFile, before);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(audit.Keeping.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        audit.Reopen();
        audit.Append(1);

        Assert.Equal(verifier, audit.Checkpoints.PublicKey!.Value.Verifier);
        audit.Checkpoints.Sign().Demand();
        Assert.Equal((true, 3L), await VerifiedAsync(audit));
    }

    private static string Rotate(AuditFixture audit)
    {
        var rotation = new AuditKeyRotation(
            new(audit.Database, audit.Log, audit.Origin), audit.Database, audit.Log, audit.Origin, audit.Keeping, audit.Clock);
        var verifier = rotation.Run(out var problem);
        Assert.True(verifier is not null, problem);
        return verifier;
    }

    private static async Task<(bool IsGood, long Records)> VerifiedAsync(AuditFixture audit)
    {
        var verified = await audit.VerifyAsync();
        Assert.Null(verified.FirstBad);
        return (verified.IsGood, verified.Records);
    }

    private static IEnumerable<long> Sizes(AuditFixture audit)
    {
        using var context = audit.Database.CreateDbContext();
        return [.. context.Checkpoints.OrderBy(checkpoint => checkpoint.Size).Select(checkpoint => checkpoint.Size)];
    }
}
