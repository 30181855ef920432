using System.Text;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Files.Tests.Watching;

namespace SessionState.Files.Tests.Committing;

public sealed class CommitTests
{
    [Fact]
    public void Commit_PlannedChange_IsWrittenPublishedAndBackedUp()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var before = File.ReadAllBytes(server.Host);
        var beforeHash = ContentHash.Of(before).ToString();
        var changes = RefreshTests.Record(set);

        var (plan, result) = Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(plan.Files[0].After, File.ReadAllText(server.Host));
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Two"));
        var change = Assert.Single(changes);
        Assert.False(change.External);
        Assert.Equal([server.Host], change.ChangedFiles);
        Assert.Same(plan.After, set.Current.Server);
        Assert.Equal(before, set.ReadBackup(beforeHash));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);
        Assert.False(set.Refresh());
        AssertNoTemporaryFile(server);
    }

    [Fact]
    public void Commit_TwoChangesOnEachOther_KeepBothVersions()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var first = set.ReadContent(server.Host)!.Hash;
        Change(set, "Two", "false");
        var second = set.ReadContent(server.Host)!.Hash;
        Change(set, "Two", "true");

        Assert.NotNull(set.ReadBackup(first));
        Assert.NotNull(set.ReadBackup(second));
        Assert.Equal("true", TestServer.ValueAt(set.Current, "Two"));
    }

    [Fact]
    public void Commit_NewWebConfig_IsCreatedForItsFoldersOwnerAndReaders()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/Two/web.config");
        Posix.SetMode(server.At("sites/Two"), 0b111_101_000);

        var result = set.Commit(Request(file, null, TestServer.Off));

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Two"));
        Assert.Equal(TestServer.Off, File.ReadAllText(file));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);
        Assert.False(set.Refresh());
        Assert.Equal(OperatingSystem.IsWindows() ? 0 : 0b110_100_000, Posix.Mode(file));
    }

    [Fact]
    public void Commit_Bytes_ArriveExactly()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var text = TestServer.On.Replace("<system", "\r\n\t<system", StringComparison.Ordinal);
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];

        var result = set.Commit(new([new(file, set.ReadContent(file)!.Hash, bytes)]));

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(bytes, File.ReadAllBytes(file));
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
    }

    [Fact]
    public void Commit_SeveralFiles_AreAllWritten()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var one = server.At("sites/One/web.config");

        var result = set.Commit(new(
        [
            new(one, set.ReadContent(one)!.Hash, Encoding.UTF8.GetBytes(TestServer.On)),
            new(server.At("sites/Two/web.config"), null, Encoding.UTF8.GetBytes(TestServer.Off)),
        ]));

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Two"));
    }

    [Fact]
    public void Commit_ModeOwnerAndAttributes_AreKept()
    {
        Posix.SkipUnlessRoot();
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        Assert.Equal(0, Posix.ChangeOwner(server.Host, 12345, 23456));
        Posix.SetMode(server.Host, 0b110_100_000);
        Assert.Equal(0, Posix.SetAttribute(server.Host, "user.note", "kept", 4, 0));
        var before = Posix.Describe(server.Host);

        Change(set, "Two", "false");

        Assert.Equal(before, Posix.Describe(server.Host));
        Assert.Contains("12345:23456 640", before);
        Assert.Contains("kept", before);
    }

    [Fact]
    public void Commit_ToAFileOutsideTheSet_IsForbidden()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var before = TestServer.Off;

        string[] files = [server.Write("x/web.config", before), server.Write("sites/One/other.config", before), "web.config", ""];
        foreach (var file in files)
        {
            var result = set.Commit(Request(file, HashOf(before), TestServer.On));

            Assert.Equal(CommitOutcome.Forbidden, result.Outcome);
        }

        Assert.Equal(before, File.ReadAllText(server.At("x/web.config")));
        Assert.Null(set.ReadContent(server.At("x/web.config")));
    }

    [Fact]
    public void Commit_WithoutHistoryFolder_IsForbidden()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load(server.Options with { HistoryFolder = null });

        var (_, result) = Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Forbidden, result.Outcome);
        Assert.Null(set.TryLock(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Commit_WebConfigThatIisWouldNotRead_IsRefused()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();

        var result = set.Commit(Request(server.At("sites/Two/web.config"), null, new string(' ', 256_001)));

        Assert.Equal(CommitOutcome.Failed, result.Outcome);
        Assert.Contains("larger than 256 KB", result.Message);
        Assert.False(File.Exists(server.At("sites/Two/web.config")));
    }

    internal static (EditPlan Plan, CommitResult Result) Change(ConfigurationSet set, string path, string value, ChangeLock? held = null)
    {
        var snapshot = set.Current;
        var texts = new SnapshotTexts(set, snapshot);
        var edit = new SettingEdit(path, Settings.AllowSessionState, EditAction.Set, value, "MACHINE/WEBROOT/APPHOST");
        var planned = EditPlanner.Plan(snapshot.Server, edit, texts.Read);
        Assert.Null(planned.Refusal);
        Assert.Null(texts.StaleFile);
        return (planned.Plan!, set.Commit(texts.ToCommit(planned.Plan!), held));
    }

    internal static CommitRequest Request(string file, string? expectedHash, string text) =>
        new([new(file, expectedHash, Encoding.UTF8.GetBytes(text))]);

    internal static string HashOf(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text)).ToString();

    internal static void AssertNoTemporaryFile(TestServer server) =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories),
            file => Path.GetFileName(file).StartsWith(".sessionstate-", StringComparison.Ordinal));
}
