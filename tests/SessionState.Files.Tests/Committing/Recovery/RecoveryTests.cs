using SessionState.Files.Committing;

namespace SessionState.Files.Tests.Committing.Recovery;

public sealed class RecoveryTests
{
    private const string Theirs = "<configuration><!-- by an editor --></configuration>";

    [Fact]
    public void Load_AfterACrashBetweenTwoFiles_CompletesTheCommitAndTellsOfIt()
    {
        using var scenario = CrashedBefore(CommitStep.Verify);

        var set = scenario.Load();

        var commit = Assert.Single(set.Recovery.Commits);
        Assert.Equal(RecoveryOutcome.Forward, commit.Outcome);
        Assert.Equal([scenario.Server.Host, scenario.One], commit.Files.Select(file => file.File));
        Assert.All(commit.Files, file => Assert.Equal(RecoveredFileState.After, file.State));
        Assert.Equal(
            $"The change {commit.Id} was interrupted after everything was prepared; it has been completed ({scenario.Server.Host}, {scenario.One}).",
            commit.Message);
        Assert.Null(commit.Remedy);
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        Assert.Empty(scenario.Load().Recovery.Commits);
    }

    [Fact]
    public void Load_EditSlippedInBeforeTheExchangeAndThenACrash_BringsTheEditBackAndTakesTheRestBack()
    {
        using var scenario = CrashedBefore(CommitStep.Verify, edit: CommitStep.Replace);
        Assert.Equal(TestServer.On, File.ReadAllText(scenario.One));

        var set = scenario.Load();

        Assert.Equal(Theirs, File.ReadAllText(scenario.One));
        Assert.DoesNotContain("changed", File.ReadAllText(scenario.Server.Host));
        var commit = Assert.Single(set.Recovery.Commits);
        Assert.Equal(RecoveryOutcome.Discarded, commit.Outcome);
        Assert.Contains($"What somebody else wrote stands: {scenario.One}", commit.Message);
        scenario.AssertNothingIsLeft();
    }

    [Fact]
    public void Recover_FileEditedAfterTheCrash_StopsAndOverwritesNothingUntilAcknowledged()
    {
        using var scenario = CrashedBefore(CommitStep.Verify);
        File.WriteAllText(scenario.One, Theirs);
        var host = File.ReadAllText(scenario.Server.Host);

        var set = scenario.Load();

        var commit = Assert.Single(set.Recovery.Commits);
        Assert.Equal(RecoveryOutcome.Diverged, commit.Outcome);
        Assert.Contains($"{scenario.One} was changed by somebody else", commit.Message);
        Assert.NotNull(commit.Remedy);
        Assert.Equal((Theirs, host), (File.ReadAllText(scenario.One), File.ReadAllText(scenario.Server.Host)));
        Assert.Equal(RecoveryOutcome.Diverged, Assert.Single(scenario.Recover().Commits).Outcome);

        var refused = set.Commit(CommitTests.Request(scenario.One, CommitTests.HashOf(Theirs), TestServer.On));
        Assert.Equal((CommitOutcome.Failed, scenario.One), (refused.Outcome, refused.File));
        Assert.Contains(commit.Id, refused.Message);
        Assert.NotNull(refused.Remedy);
        var elsewhere = scenario.Server.At("sites/Two/web.config");
        Assert.Equal(CommitOutcome.Committed, set.Commit(CommitTests.Request(elsewhere, null, TestServer.On)).Outcome);

        Assert.True(CommitRecovery.Acknowledge(scenario.Server.HistoryFolder, commit.Id, TimeProvider.System).IsFinished);
        Assert.Equal(
            CommitOutcome.Committed, set.Commit(CommitTests.Request(scenario.One, CommitTests.HashOf(Theirs), TestServer.On)).Outcome);
        scenario.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Recover_PersonHasPutTheFilesRight_ClosesTheCommitAndWritesNothing(bool asWanted)
    {
        using var scenario = CrashedBefore(CommitStep.Replace);
        var (hostBefore, hostAfter) = (File.ReadAllText(scenario.Server.Host), File.ReadAllText(scenario.Server.Host) + "<!-- changed -->");
        File.WriteAllText(scenario.One, Theirs);
        Assert.False(scenario.Recover().IsFinished);
        File.WriteAllText(scenario.One, asWanted ? TestServer.On : TestServer.Off);
        File.WriteAllText(scenario.Server.Host, asWanted ? hostAfter : hostBefore);

        var report = scenario.Recover();

        Assert.Equal(asWanted ? RecoveryOutcome.Forward : RecoveryOutcome.Discarded, Assert.Single(report.Commits).Outcome);
        Assert.Equal(asWanted, scenario.IsNew());
        scenario.AssertNothingIsLeft();
        Assert.Empty(scenario.Recover().Commits);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("session-state-journal 1 ", true)]
    [InlineData("truncated", false)]
    [InlineData("flipped", false)]
    [InlineData("later version", false)]
    public void Recover_DamagedJournal_IsToldTouchesNothingAndStopsEveryChange(string damage, bool replaced)
    {
        using var scenario = CrashedBefore(CommitStep.Verify);
        var journal = Path.Join(scenario.Server.HistoryFolder, "journal");
        var bytes = File.ReadAllBytes(journal);
        File.WriteAllBytes(journal, replaced ? System.Text.Encoding.ASCII.GetBytes(damage) : Damage(bytes, damage));
        var files = Snapshot(scenario.Server.Folder);

        var set = scenario.Load();

        var commit = Assert.Single(set.Recovery.Commits);
        Assert.Equal((RecoveryOutcome.Damaged, null), (commit.Outcome, commit.InterruptedAt));
        Assert.Contains("damaged", commit.Message);
        Assert.Equal(files, Snapshot(scenario.Server.Folder));
        var elsewhere = scenario.Server.At("sites/Two/web.config");
        Assert.Equal(CommitOutcome.Failed, set.Commit(CommitTests.Request(elsewhere, null, TestServer.On)).Outcome);

        CommitRecovery.Acknowledge(scenario.Server.HistoryFolder, commit.Id, TimeProvider.System);
        Assert.Equal(CommitOutcome.Committed, scenario.Load().Commit(CommitTests.Request(elsewhere, null, TestServer.On)).Outcome);
        CommitTests.AssertNoTemporaryFile(scenario.Server);
    }

    [Fact]
    public void Recover_FolderThatIsGone_WaitsAndIsCompletedWhenItIsBack()
    {
        using var scenario = CrashedBefore(CommitStep.Replace);
        Directory.Move(scenario.Server.At("sites/One"), scenario.Server.At("sites/aside"));

        var waiting = Assert.Single(scenario.Recover().Commits);
        Directory.Move(scenario.Server.At("sites/aside"), scenario.Server.At("sites/One"));
        var done = Assert.Single(scenario.Recover().Commits);

        Assert.Equal(RecoveryOutcome.Failed, waiting.Outcome);
        Assert.Contains(scenario.Server.At("sites/One"), waiting.Message);
        Assert.Equal(RecoveryOutcome.Forward, done.Outcome);
        Assert.True(scenario.IsNew());
        scenario.AssertNothingIsLeft();
    }

    [Fact]
    public void Recover_NewVersionIsGone_TakesTheRestBackFromTheHistory()
    {
        using var scenario = CrashedBefore(CommitStep.Verify);
        foreach (var temporary in Directory.GetFiles(scenario.Server.At("config"), ".sessionstate-*"))
        {
            File.Delete(temporary); // the old applicationHost.config
        }

        using var second = CrashedBefore(CommitStep.Replaced);
        var prepared = Assert.Single(Directory.GetFiles(second.Server.At("sites/One"), ".sessionstate-*"));
        File.Delete(prepared); // the new web.config, not yet in place
        foreach (var temporary in Directory.GetFiles(second.Server.At("config"), ".sessionstate-*"))
        {
            File.Delete(temporary);
        }

        Assert.Equal(RecoveryOutcome.Forward, Assert.Single(scenario.Recover().Commits).Outcome);
        Assert.Equal(RecoveryOutcome.Discarded, Assert.Single(second.Recover().Commits).Outcome);
        Assert.True(scenario.IsNew());
        Assert.False(second.IsNew());
        second.AssertNothingIsLeft();
    }

    [Fact]
    public void TryLock_AfterAnotherProcessCrashed_CompletesItsCommitFirst()
    {
        using var scenario = new CrashScenario(CrashScenario.TwoFiles);
        var other = scenario.Load();
        scenario.CrashAt(CommitStep.Verify);

        using (other.TryLock(TestContext.Current.CancellationToken))
        {
            Assert.True(scenario.IsNew());
        }

        Assert.Equal(RecoveryOutcome.Forward, Assert.Single(other.Recovery.Commits).Outcome);
        Assert.True(other.Refresh());
        Assert.Equal("true", TestServer.ValueAt(other.Current, "One"));
    }

    [Fact]
    public void Run_WhereNothingEverHappened_HasNothingToTell()
    {
        using var server = new TestServer();

        Assert.Equal(RecoveryReport.Nothing, CommitRecovery.Run(server.HistoryFolder, TimeProvider.System));
    }

    [Fact]
    public void Acknowledge_UnknownChange_SaysSo()
    {
        using var server = new TestServer();

        var report = CommitRecovery.Acknowledge(server.HistoryFolder, "nothing", TimeProvider.System);

        Assert.False(report.IsFinished);
        Assert.Equal($"There is no interrupted change nothing in {server.HistoryFolder}.", report.Problem);
    }

    private static CrashScenario CrashedBefore(CommitStep step, CommitStep? edit = null)
    {
        var scenario = new CrashScenario(CrashScenario.TwoFiles);
        scenario.CrashAt(step, edit, Theirs);
        return scenario;
    }

    private static byte[] Damage(byte[] bytes, string how)
    {
        switch (how)
        {
            case "truncated":
                return bytes[..^10];
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                return bytes;
            default:
                bytes["session-state-journal ".Length] = (byte)'2';
                return bytes;
        }
    }

    private static Dictionary<string, string> Snapshot(string folder) => Directory
        .EnumerateFiles(folder, "*.config", SearchOption.AllDirectories)
        .ToDictionary(file => file, File.ReadAllText);
}
