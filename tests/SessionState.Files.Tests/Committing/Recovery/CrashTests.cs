using SessionState.Files.Committing;
using SessionState.Files.Disks;

namespace SessionState.Files.Tests.Committing.Recovery;

/// <summary>A crash at every boundary of a commit and of a recovery, in each kind of commit.</summary>
public sealed class CrashTests
{
    public static TheoryData<string> Scenarios =>
        [CrashScenario.ApplicationHost, CrashScenario.WebConfig, CrashScenario.NewWebConfig, CrashScenario.TwoFiles];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Commit_CrashAtEveryBoundary_IsAllOldBeforeTheJournalAndAllNewAfterIt(string what) => CrashEverywhere(what, Disk.Native);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Commit_CrashAtEveryBoundaryOnADiskThatCannotExchange_IsAllOldOrAllNew(string what)
    {
        Posix.SkipUnlessLinux();
        CrashEverywhere(what, new PlainRenameDisk());
    }

    [Fact]
    public void Recover_CrashInEachRecoveryThreeDeep_EndsWithTheSameBytes()
    {
        var steps = RecoverySteps(crashed: null);
        Assert.InRange(steps, 8, 30);
        for (var first = 0; first < steps; first++)
        {
            for (var second = 0; second < steps; second += 3)
            {
                using var scenario = Interrupted(CommitStep.Replaced);
                CrashRecovery(scenario, first);
                CrashRecovery(scenario, second);
                CrashRecovery(scenario, (first + second) % steps);

                var report = scenario.Recover();

                Assert.True(report.IsFinished);
                Assert.True(scenario.IsNew());
                scenario.AssertNothingIsLeft();
            }
        }
    }

    [Theory]
    [InlineData(nameof(CommitStep.TurnBack))]
    [InlineData(nameof(CommitStep.TurnedBack))]
    [InlineData(nameof(CommitStep.PutBack))]
    [InlineData(nameof(CommitStep.PutBackDone))]
    [InlineData(nameof(CommitStep.RemoveJournal))]
    [InlineData(nameof(CommitStep.JournalRemoved))]
    public void Commit_CrashWhileItIsTakenBack_KeepsTheEditAndLeavesTheRestOld(string step)
    {
        using var scenario = new CrashScenario(CrashScenario.TwoFiles);
        var host = File.ReadAllText(scenario.Server.Host);
        scenario.Set.Failpoint = (reached, file) =>
        {
            if (reached is CommitStep.Replace && file == scenario.One)
            {
                File.WriteAllText(file, Theirs);
            }

            if (reached.ToString() == step)
            {
                throw new SimulatedCrashException();
            }
        };
        Assert.Throws<SimulatedCrashException>(scenario.Commit);

        scenario.Recover();

        Assert.Equal(Theirs, File.ReadAllText(scenario.One));
        Assert.Equal(host, File.ReadAllText(scenario.Server.Host));
        scenario.AssertNothingIsLeft();
    }

    private const string Theirs = "<configuration><!-- by an editor --></configuration>";

    private static void CrashEverywhere(string what, Disk disk)
    {
        List<(CommitStep Step, string File)> steps;
        using (var whole = new CrashScenario(what, disk))
        {
            steps = whole.Steps();
        }

        var pointOfNoReturn = steps.FindIndex(step => step.Step is CommitStep.FlushJournal);
        Assert.InRange(steps.Count, 20, 60);
        for (var index = 0; index < steps.Count; index++)
        {
            using var scenario = new CrashScenario(what, disk);
            scenario.CrashAt(index);

            var set = scenario.Load();

            Assert.Equal(index >= pointOfNoReturn, scenario.IsNew());
            scenario.AssertNothingIsLeft();
            Assert.True(set.Recovery.IsFinished);
            Assert.False(set.Refresh());
        }
    }

    private static CrashScenario Interrupted(CommitStep step)
    {
        var scenario = new CrashScenario(CrashScenario.TwoFiles);
        scenario.CrashAt(step);
        return scenario;
    }

    private static int RecoverySteps(int? crashed)
    {
        using var scenario = Interrupted(CommitStep.Replaced);
        return CountSteps(scenario, crashed);
    }

    private static int CountSteps(CrashScenario scenario, int? crashed)
    {
        var count = 0;
        scenario.Recover((_, _) =>
        {
            if (count++ == crashed)
            {
                throw new SimulatedCrashException();
            }
        });
        return count;
    }

    private static void CrashRecovery(CrashScenario scenario, int index)
    {
        try
        {
            CountSteps(scenario, index);
        }
        catch (SimulatedCrashException)
        {
            // As planned; where the recovery before it came further there is less to do and it ends before.
        }
    }
}
