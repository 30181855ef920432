using SessionState.Files.Disks;
using SessionState.Files.Disks.Linux;
using SessionState.Files.Tests.Watching;

namespace SessionState.Files.Tests.Committing;

/// <summary>ASVS 2.3.3.</summary>
public sealed class CommitFaultTests
{
    /// <summary>Backup, temporary file, journal, their names in the history folder, target folder, and the journal's removal.</summary>
    private const int FlushesOfACommit = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Commit_FlushThatFails_IsNoticedAndTheFileIsAsItWas(int failing)
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var count = 0;
        var set = LoadOn(server, new LinuxDisk(descriptor => ++count == failing ? -1 : LibC.FSync(descriptor)));
        var before = File.ReadAllText(server.Host);

        var (_, result) = CommitTests.Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Failed, result.Outcome);
        Assert.Equal(before, File.ReadAllText(server.Host));
        Assert.Equal("true", TestServer.ValueAt(set.Current, "Two"));
        CommitTests.AssertNoTemporaryFile(server);
        Assert.Equal(CommitOutcome.Committed, CommitTests.Change(set, "Two", "false").Result.Outcome);
    }

    [Fact]
    public void Commit_EachFileAndFolder_IsFlushed()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var count = 0;
        var set = LoadOn(server, new LinuxDisk(descriptor => ++count > 0 ? LibC.FSync(descriptor) : -1));

        CommitTests.Change(set, "Two", "false");

        Assert.Equal(FlushesOfACommit, count);
    }

    [Fact]
    public void Commit_FlushThatFailsForGood_SaysThatTheOutcomeIsUncertain()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var count = 0;
        var set = LoadOn(server, new LinuxDisk(descriptor => ++count >= 5 ? -1 : LibC.FSync(descriptor)));

        var (_, result) = CommitTests.Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Failed, result.Outcome);
        Assert.Contains("uncertain", result.Message);
    }

    [Fact]
    public void Commit_FlushOfTheJournalsRemovalThatFails_StandsAndIsTold()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var count = 0;
        var set = LoadOn(server, new LinuxDisk(descriptor => ++count == FlushesOfACommit ? -1 : LibC.FSync(descriptor)));

        var (_, result) = CommitTests.Change(set, "Two", "false");

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Contains("the disk failed afterwards", result.Message);
        Assert.Equal("false", TestServer.ValueAt(server.Load().Current, "Two"));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public void Load_LeftoverWithSomebodysEdit_KeepsItInTheHistory()
    {
        using var server = RefreshTests.TwoSites();
        var bytes = "<configuration><!-- edited while we crashed --></configuration>"u8;
        var leftover = server.At("sites/One/.sessionstate-0123456789abcdef.config");
        File.WriteAllBytes(leftover, bytes);
        var similar = server.Write("sites/One/.sessionstate-mine.config", "x");

        var set = server.Load();

        Assert.False(File.Exists(leftover));
        Assert.True(File.Exists(similar));
        Assert.Equal(bytes.ToArray(), set.ReadBackup(ContentHash.Of(bytes).ToString()));
    }

    [Fact]
    public void Load_WhileAnotherHoldsTheLock_LeavesItsTemporaryFilesAlone()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var temporary = server.At("sites/One/.sessionstate-0123456789abcdef.config");
        File.WriteAllText(temporary, "x");

        using var held = set.TryLock(TestContext.Current.CancellationToken);
        server.Load();

        Assert.True(File.Exists(temporary));
    }

    [Fact]
    public void Load_ReadOnlySet_RemovesNothing()
    {
        using var server = RefreshTests.TwoSites();
        var temporary = server.At("sites/One/.sessionstate-0123456789abcdef.config");
        File.WriteAllText(temporary, "x");

        server.Load(server.Options with { HistoryFolder = null });

        Assert.True(File.Exists(temporary));
    }

    [Fact]
    public void Commit_DiskThatCannotExchange_RenamesAndTakesBackByCopy()
    {
        Posix.SkipUnlessLinux();
        using var server = RefreshTests.TwoSites();
        var set = LoadOn(server, new PlainRenameDisk());

        Assert.Equal(CommitOutcome.Committed, CommitTests.Change(set, "Two", "false").Result.Outcome);
        Assert.Equal("false", TestServer.ValueAt(server.Load().Current, "Two"));
        CommitTests.AssertNoTemporaryFile(server);

        var before = File.ReadAllText(server.Host);
        var count = 0;
        var failing = LoadOn(server, new PlainRenameDisk(descriptor => ++count == 5 ? -1 : LibC.FSync(descriptor)));
        Assert.Equal(CommitOutcome.Failed, CommitTests.Change(failing, "Two", "true").Result.Outcome);
        Assert.Equal(before, File.ReadAllText(server.Host));
        CommitTests.AssertNoTemporaryFile(server);
    }

    private static ConfigurationSet LoadOn(TestServer server, Disk disk)
    {
        Directory.CreateDirectory(server.HistoryFolder); // making it is flushed, too
        return ConfigurationSet.Load(server.Options, TimeProvider.System, disk).Set!;
    }
}
