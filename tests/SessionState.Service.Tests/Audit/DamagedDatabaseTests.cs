using SessionState.AppCmd.Auditing.Verifying;

namespace SessionState.Service.Tests.Audit;

/// <summary>What happens to files: damaged pages, a lost log, an old copy, a lock. The audit writes nothing then, and says why.</summary>
public sealed class DamagedDatabaseTests
{
    [Fact]
    public void Reopen_WriteAheadLogDeleted_RefusesToWriteAndSaysWhy()
    {
        using var audit = Create();
        audit.Checkpoints.Sign().Demand();

        // The process died: nothing was written back to the database, and then somebody tidied up.
        var (database, log) = (ReadShared(audit.File), audit.File + "-wal");
        Assert.True(new FileInfo(log).Length > 0);
        using var after = After(audit, file => File.WriteAllBytes(file, database));

        Assert.Null(after.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("old copy", after.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reopen_OldCopyPutBack_RefusesToWriteAndSaysWhy()
    {
        using var audit = Create();
        audit.Checkpoints.Sign().Demand();
        audit.Execute("VACUUM INTO '" + audit.File + ".copy'");
        audit.Append(5);
        audit.Checkpoints.Sign().Demand();

        using var after = After(audit, file => File.Copy(audit.File + ".copy", file));

        Assert.Null(after.Log.TryAppend(AuditFixture.Record()));
        Assert.Contains("old copy", after.Log.ReadOnlyReason, StringComparison.Ordinal);
        Assert.NotEmpty(after.Reader.List(new()).Demand().Items);
    }

    [Fact]
    public void Reopen_LockedByAnotherProcess_RefusesToWriteAndSaysWhy()
    {
        using var audit = Create();
        using var other = audit.Connect();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE; INSERT INTO AuditTreeNodes VALUES (9, 9, x'00')";
        command.ExecuteNonQuery();

        Assert.Null(audit.Log.TryAppend(AuditFixture.Record()));

        Assert.Contains("locked", audit.Log.ReadOnlyReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_AnyPageOfRecordsDamaged_IsFoundEveryTime()
    {
        using var audit = Create();
        audit.Checkpoints.Sign().Demand();
        var copy = audit.File + ".copy";
        audit.Execute($"VACUUM INTO '{copy}'");
        var key = PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier);
        var whole = File.ReadAllBytes(copy);
        var pages = PagesOfRecords(copy);
        Assert.True(DatabaseFile.Verify(copy, key, null) is { Finding: null, IsProven: true });

        var unnoticed = new List<long>();
        foreach (var page in pages)
        {
            var bytes = whole.ToArray();
            bytes.AsSpan((int)(page - 1) * 4096, 4096).Fill(0x5a);
            File.WriteAllBytes(copy, bytes);
            if (DatabaseFile.Verify(copy, key, null).Finding is null)
            {
                unnoticed.Add(page);
            }
        }

        Assert.True(pages.Count > 10);
        Assert.Empty(unnoticed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Reopen_DamagedPage_StartsNoWriter(int which)
    {
        using var audit = Create();
        audit.Checkpoints.Sign().Demand();
        var copy = audit.File + ".copy";
        audit.Execute($"VACUUM INTO '{copy}'");
        var pages = PagesOfRecords(copy);
        var page = new[] { 1, pages[0], pages[^1] }[which];

        using var after = After(audit, file =>
        {
            var bytes = File.ReadAllBytes(copy);
            bytes.AsSpan((int)(page - 1) * 4096, 4096).Fill(0x5a);
            File.WriteAllBytes(file, bytes);
        });

        Assert.Null(after.Log.TryAppend(AuditFixture.Record()));
        Assert.NotEmpty(after.Log.ReadOnlyReason!);
    }

    private static AuditFixture Create()
    {
        var audit = AuditFixture.OpenSigned();
        audit.Append(60);
        return audit;
    }

    // The same data folder, with another database in it.
    private static AuditFixture After(AuditFixture before, Action<string> place)
    {
        var after = new AuditFixture();
        File.Copy(before.Keeping.KeyFile, after.Keeping.KeyFile);
        File.Copy(before.Keeping.LastCheckpointFile, after.Keeping.LastCheckpointFile);
        place(after.File);
        after.Reopen();
        return after;
    }

    // Those that hold a record's bytes.
    private static List<long> PagesOfRecords(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return [.. Enumerable.Range(0, bytes.Length / 4096)
            .Where(page => bytes.AsSpan(page * 4096, 4096).IndexOf("\"origin\":\"test-server\""u8) >= 0)
            .Select(page => page + 1L)];
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
