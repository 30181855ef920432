using SessionState.Files.Disks.Portable;
using SessionState.Files.Tests.Committing.Recovery;
using SessionState.Files.Tests.Disks;

namespace SessionState.Files.Tests.Committing;

/// <summary>Whole commits over a stand-in for the calls of Windows. Not run on Windows.</summary>
public sealed class WindowsCommitTests
{
    private readonly FakeWindows _windows = new();

    [Theory]
    [InlineData(CrashScenario.ApplicationHost)]
    [InlineData(CrashScenario.NewWebConfig)]
    [InlineData(CrashScenario.TwoFiles)]
    public void Commit_WithReplaceFile_IsWrittenAndLeavesNothing(string what)
    {
        using var scenario = new CrashScenario(what, _windows.CreateDisk());

        Assert.Equal(CommitOutcome.Committed, scenario.Commit().Outcome);

        Assert.True(scenario.IsNew());
        scenario.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData(WindowsErrors.SharingViolation, CommitOutcome.Busy)]
    [InlineData(WindowsErrors.ReplacementNotMoved, CommitOutcome.Failed)]
    [InlineData(WindowsErrors.ReplacementNotMovedAfterBackup, CommitOutcome.Failed)]
    [InlineData(5, CommitOutcome.Forbidden)]
    public void Commit_ReplaceFileThatFailsAtTheSecondFile_TakesTheFirstBack(int error, CommitOutcome expected)
    {
        using var scenario = new CrashScenario(CrashScenario.TwoFiles, _windows.CreateDisk());
        _windows.Replacing.Enqueue(0);
        Enumerable.Repeat(error, error is WindowsErrors.SharingViolation ? 6 : 1).ToList().ForEach(_windows.Replacing.Enqueue);

        Assert.Equal(expected, scenario.Commit().Outcome);

        Assert.False(scenario.IsNew());
        scenario.AssertNothingIsLeft();
        Assert.Equal(CommitOutcome.Committed, scenario.Commit().Outcome);
    }

    [Fact]
    public void Commit_FileHeldForAMoment_IsWritten()
    {
        using var scenario = new CrashScenario(CrashScenario.WebConfig, _windows.CreateDisk());
        Enumerable.Repeat(WindowsErrors.SharingViolation, 4).ToList().ForEach(_windows.Replacing.Enqueue);

        Assert.Equal(CommitOutcome.Committed, scenario.Commit().Outcome);

        Assert.Equal(4, _windows.Waits.Count);
    }

    [Fact]
    public void Load_CrashInsideReplaceFile_CompletesTheCommit()
    {
        using var scenario = new CrashScenario(CrashScenario.TwoFiles, _windows.CreateDisk());
        _windows.Replacing.Enqueue(0);
        _windows.Replacing.Enqueue(FakeWindows.Crash);
        Assert.Throws<SimulatedCrashException>(scenario.Commit);
        Assert.False(File.Exists(scenario.One));

        var set = scenario.Load();

        Assert.True(set.Recovery.IsFinished);
        Assert.True(scenario.IsNew());
        scenario.AssertNothingIsLeft();
    }
}
