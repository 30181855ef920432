using SessionState.Files.Tests.Watching;

namespace SessionState.Files.Tests.Committing;

public sealed class CommitAccessTests
{
    [Theory]
    [InlineData("symlink")]
    [InlineData("hard link")]
    [InlineData("folder")]
    [InlineData("fifo")]
    [InlineData("link above")]
    public void Commit_FileSwappedForSomethingElse_IsForbiddenAndNothingElseIsWritten(string what)
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var hash = set.ReadContent(file)!.Hash;
        var victim = server.Write("victim/web.config", TestServer.Off);
        Swap(server, file, victim, what);

        var result = set.Commit(CommitTests.Request(file, hash, TestServer.On));

        Assert.Equal(CommitOutcome.Forbidden, result.Outcome);
        Assert.Contains(file, result.Message);
        Assert.NotNull(result.Remedy);
        Assert.Equal(TestServer.Off, File.ReadAllText(victim));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public async Task Commit_FolderSwappedForALinkAllTheTime_NeverEscapes()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var victim = server.Write("victim/web.config", TestServer.Off);
        using var stop = new CancellationTokenSource();
        var swapping = Task.Run(() => SwapUntil(server, stop.Token), TestContext.Current.CancellationToken);

        for (var i = 0; i < 300; i++)
        {
            set.Commit(CommitTests.Request(file, CommitTests.HashOf(TestServer.Off), TestServer.On));
            if (set.ReadContent(file) is { } now && now.Text!.Text == TestServer.On)
            {
                set.Commit(CommitTests.Request(file, now.Hash, TestServer.Off));
            }

            Assert.Equal(TestServer.Off, File.ReadAllText(victim));
            Assert.Single(Directory.GetFiles(server.At("victim")));
        }

        await stop.CancelAsync();
        await swapping;
    }

    [Fact]
    public void Commit_FolderThatMayNotBeWritten_NamesFileUserAndWayOut()
    {
        Posix.SkipUnlessLinux();
        Assert.SkipWhen(Posix.EffectiveUser() == 0, "Root may write everything; run the tests as another user.");
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        Posix.SetMode(server.At("config"), 0b101_000_000);

        var (_, result) = CommitTests.Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Forbidden, result.Outcome);
        Assert.Equal($"The service user {Environment.UserName} may not read and write {server.Host}. Nothing was changed.", result.Message);
        Assert.Equal(
            $"Give {Environment.UserName} the right to read and write the file and to create files in its folder.", result.Remedy);
    }

    [Fact]
    public void Load_HistoryFolderThatCannotBe_SaysSo()
    {
        using var server = RefreshTests.TwoSites();
        server.Write("history", "a file where the folder should be");

        var result = ConfigurationSet.Load(server.Options, TimeProvider.System);

        Assert.False(result.IsLoaded);
        Assert.Contains($"cannot use the history folder {server.HistoryFolder}", result.Problem.Message);
        Assert.NotNull(result.Problem.Remedy);
    }

    [Fact]
    public void History_Folder_IsClosedToOthers()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        CommitTests.Change(server.Load(), "Two", "false");

        Assert.Equal(0b111_000_000, Posix.Mode(server.HistoryFolder));
        Assert.All(Directory.GetFiles(server.HistoryFolder, "*.config"), file => Assert.Equal(0b110_000_000, Posix.Mode(file)));
    }

    [Theory]
    [InlineData("../lock")]
    [InlineData("")]
    [InlineData("zz")]
    public void ReadBackup_NoHash_IsNull(string hash)
    {
        using var server = RefreshTests.TwoSites();

        Assert.Null(server.Load().ReadBackup(hash));
    }

    private static void Swap(TestServer server, string file, string victim, string what)
    {
        File.Delete(file);
        switch (what)
        {
            case "symlink":
                File.CreateSymbolicLink(file, victim);
                break;
            case "hard link":
                Assert.Equal(0, Posix.HardLink(victim, file));
                break;
            case "folder":
                Directory.CreateDirectory(file);
                break;
            case "fifo":
                Assert.Equal(0, Posix.MakeFifo(file, 0x1b6));
                break;
            default:
                Directory.Delete(server.At("sites/One"));
                Directory.CreateSymbolicLink(server.At("sites/One"), server.At("victim"));
                break;
        }
    }

    private static void SwapUntil(TestServer server, CancellationToken stop)
    {
        var (site, aside) = (server.At("sites/One"), server.At("sites/aside"));
        while (!stop.IsCancellationRequested)
        {
            Directory.Move(site, aside);
            File.CreateSymbolicLink(site, server.At("victim"));
            Thread.Yield();
            File.Delete(site);
            Directory.Move(aside, site);
        }
    }
}
