using SessionState.Faults.Hosting;
using SessionState.Faults.Sweeps;

namespace SessionState.Faults;

/// <summary>A part of each sweep, small enough for every test run; see README.md for the whole.</summary>
public sealed class FaultTests
{
    [Fact]
    public void F1_KilledAtABoundary_IsAllOrNothing() => Holds(new KillAtBoundaries(), tally => KillAtBoundaries.Run(tally, every: 9));

    [Fact]
    public void F2_KilledAtASystemCall_IsAllOrNothing() =>
        Holds(new KillAtCalls(), tally => KillAtCalls.Run(tally, [FaultServer.TwoFiles], every: 23));

    [Fact]
    public void F3_SystemCallThatFails_IsToldAndChangesNothing() => Holds(
        new FailingCalls(),
        tally => FailingCalls.Run(tally, [FaultServer.TwoFiles], ["EIO", "ENOSPC", "EACCES"], ["write", "renameat2", "unlinkat", "fchmod"], every: 4));

    [Fact]
    public void F4_FlushThatFails_IsNoticed() =>
        Holds(new FailingFlushes(), tally => FailingCalls.Run(tally, [FaultServer.TwoFiles], ["EIO"], ["fsync"], every: 1));

    [Fact]
    public void F5_PowerCutAtABoundary_LosesNothingAcknowledged() => Holds(new PowerCuts(), tally =>
    {
        using var room = new PowerCutRoom();
        PowerCuts.AtBoundaries(room, tally, every: 5);
    });

    [Fact]
    public void F7_FullDisk_IsToldAndChangesNothing() => Holds(new FullDisks(), new FullDisks().Run);

    [Fact]
    public void F10_EditorBetweenTheLastLookAndTheExchange_LosesNothing() => Holds(new EditorRaces(), tally => EditorRaces.Run(tally, times: 432));

    [Fact]
    public void F11_ManyWritersOnOneFile_HaveOneWinnerEach() => Holds(new ManyWriters(), tally => ManyWriters.Run(tally, TimeSpan.FromSeconds(2)));

    [Fact]
    public void F12_TwoProcesses_TakeTurns() => Holds(new TwoProcesses(), tally =>
    {
        tally.Run("at the same time", () => TwoProcesses.TakeTurns(25));
        tally.Run("killed", TwoProcesses.KillTheHolder);
    });

    [Fact]
    public void F14_RightsThatGoAway_AreToldAndChangeNothing() => Holds(new LostRights(), new LostRights().Run);

    [Fact]
    public void F15_KilledInRecoveriesThreeDeep_EndsWithTheSameBytes() =>
        Holds(new KillInRecoveries(), tally => KillInRecoveries.Run(tally, every: 8));

    private static void Holds(FaultSweep sweep, Action<Tally> run)
    {
        Assert.SkipWhen(sweep.Skip is not null, sweep.Skip ?? "");
        var tally = new Tally();

        run(tally);

        Assert.NotEqual(0, tally.Runs);
        Assert.True(tally.Failures.Count == 0, string.Join('\n', tally.Failures));
    }
}
