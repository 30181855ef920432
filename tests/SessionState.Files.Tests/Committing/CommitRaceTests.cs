using System.Collections.Concurrent;
using System.Text;
using SessionState.Files.Committing;
using SessionState.Files.Disks;
using SessionState.Files.Tests.Watching;

namespace SessionState.Files.Tests.Committing;

/// <summary>ASVS 15.4.2.</summary>
public sealed class CommitRaceTests
{
    private const string Theirs = "<configuration><!-- by an editor --></configuration>";

    [Fact]
    public void Commit_FileChangedSinceItWasRead_IsStaleAndUntouched()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var hash = set.ReadContent(file)!.Hash;
        File.WriteAllText(file, Theirs);

        var result = set.Commit(CommitTests.Request(file, hash, TestServer.On));

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Equal($"The file {file} was changed by someone else in the meantime, so nothing was written.", result.Message);
        Assert.Equal(Theirs, File.ReadAllText(file));
    }

    [Fact]
    public void Commit_FileDeletedOrCreatedMeanwhile_IsStale()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var one = server.At("sites/One/web.config");
        var hash = set.ReadContent(one)!.Hash;
        File.Delete(one);
        var two = server.Write("sites/Two/web.config", Theirs);

        Assert.Equal(CommitOutcome.Stale, set.Commit(CommitTests.Request(one, hash, TestServer.On)).Outcome);
        Assert.Equal(CommitOutcome.Stale, set.Commit(CommitTests.Request(two, null, TestServer.On)).Outcome);
        Assert.False(File.Exists(one));
        Assert.Equal(Theirs, File.ReadAllText(two));
    }

    [Theory]
    [InlineData(nameof(CommitStep.Open))]
    [InlineData(nameof(CommitStep.BackUp))]
    [InlineData(nameof(CommitStep.WriteTemporary))]
    [InlineData(nameof(CommitStep.CompareAgain))]
    [InlineData(nameof(CommitStep.Replace))]
    public void Commit_EditorWritesBeforeAStep_LosesNothing(string step)
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var hash = set.ReadContent(file)!.Hash;
        At(set, step, () => File.WriteAllText(file, Theirs));

        var result = set.Commit(CommitTests.Request(file, hash, TestServer.On));

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Equal(Theirs, File.ReadAllText(file));
        CommitTests.AssertNoTemporaryFile(server);
        Assert.True(set.Refresh());
    }

    [Fact]
    public void Commit_EditorReplacesTheFileBeforeTheExchange_LosesNothing()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var hash = set.ReadContent(file)!.Hash;
        At(set, nameof(CommitStep.Replace), () => File.Move(server.Write("sites/One/new.tmp", Theirs), file, overwrite: true));

        Assert.Equal(CommitOutcome.Stale, set.Commit(CommitTests.Request(file, hash, TestServer.On)).Outcome);
        Assert.Equal(Theirs, File.ReadAllText(file));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public void Commit_EditorWritesRightAfterTheExchange_KeepsTheEditorsVersion()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/One/web.config");
        var hash = set.ReadContent(file)!.Hash;
        At(set, nameof(CommitStep.Verify), () => File.WriteAllText(file, Theirs));

        var result = set.Commit(CommitTests.Request(file, hash, TestServer.On));

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Contains("their version stands", result.Message);
        Assert.Equal(Theirs, File.ReadAllText(file));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public void Commit_NewFileThatAppearsBeforeTheRename_IsLeftAlone()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var file = server.At("sites/Two/web.config");
        At(set, nameof(CommitStep.Replace), () => File.WriteAllText(file, Theirs));

        Assert.Equal(CommitOutcome.Stale, set.Commit(CommitTests.Request(file, null, TestServer.On)).Outcome);
        Assert.Equal(Theirs, File.ReadAllText(file));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public void Commit_SecondOfTwoFilesIsStale_TakesTheFirstBack()
    {
        using var server = RefreshTests.TwoSites();
        server.Write("sites/Two/web.config", TestServer.On);
        var set = server.Load();
        var (one, two) = (server.At("sites/One/web.config"), server.At("sites/Two/web.config"));
        var request = new CommitRequest(
        [
            new(one, set.ReadContent(one)!.Hash, Encoding.UTF8.GetBytes(TestServer.On)),
            new(two, set.ReadContent(two)!.Hash, Encoding.UTF8.GetBytes(TestServer.Off)),
        ]);
        set.Failpoint = (step, file) =>
        {
            if (step is CommitStep.Verify && file == one)
            {
                File.WriteAllText(two, Theirs);
            }
        };

        Assert.Equal(CommitOutcome.Stale, set.Commit(request).Outcome);
        Assert.Equal(TestServer.Off, File.ReadAllText(one));
        Assert.Equal(Theirs, File.ReadAllText(two));
        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public async Task Commit_ManyWritersOnTheSameBytes_HasExactlyOneWinnerEachTime()
    {
        const int Writers = 32;
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var other = server.Load(); // another process would look like this
        var file = server.At("sites/One/web.config");
        for (var round = 0; round < 5; round++)
        {
            var hash = set.ReadContent(file)!.Hash;
            var outcomes = new ConcurrentBag<CommitOutcome>();
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(
                () =>
                {
                    var request = CommitTests.Request(file, hash, $"{TestServer.On}<!-- {round} {i} -->");
                    outcomes.Add((i % 2 == 0 ? set : other).Commit(request).Outcome);
                },
                TestContext.Current.CancellationToken)));

            Assert.Single(outcomes, CommitOutcome.Committed);
            Assert.Equal(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.Stale));
        }

        CommitTests.AssertNoTemporaryFile(server);
    }

    [Fact]
    public void TryLock_WhileItIsHeld_LetsTheHolderCommitAndNobodyElse()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var other = server.Load();
        var queue = new ChangeLocks(Disk.Native, History.Open(Disk.Native, server.HistoryFolder), TimeProvider.System);

        using (var held = set.TryLock(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(held);
            Assert.Null(queue.TryTake(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
            Assert.Equal(CommitOutcome.Committed, CommitTests.Change(set, "Two", "false", held).Result.Outcome);
        }

        using var next = queue.TryTake(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        Assert.NotNull(next);
        Assert.True(other.Refresh());
        Assert.Equal("false", TestServer.ValueAt(other.Current, "Two"));
    }

    [Fact]
    public async Task Refresh_DuringACommit_ReportsNothingAsExternal()
    {
        using var server = RefreshTests.TwoSites();
        var set = server.Load();
        var changes = RefreshTests.Record(set);
        Task<bool>? look = null;
        set.Failpoint = (step, _) => look ??= step is CommitStep.FlushFolder ? Task.Run(set.Refresh) : null;

        CommitTests.Change(set, "Two", "false");
        await look!;

        Assert.False(Assert.Single(changes).External);
    }

    private static void At(ConfigurationSet set, string step, Action action) => set.Failpoint = (reached, _) =>
    {
        if (reached.ToString() == step)
        {
            action();
        }
    };
}
