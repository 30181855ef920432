using SessionState.Files.Committing;
using SessionState.Files.Disks;

namespace SessionState.Files.Tests.Committing;

public sealed class CommitProblemsTests
{
    [Fact]
    public void Vector89_FileThatAnotherProgramHolds_IsBusyAndSaysWhatToDo()
    {
        var refusal = CommitProblems
            .Failed("/srv/config/applicationHost.config", new DiskException("open", DiskFailure.InUse, "sharing violation"))
            .ToResult();

        Assert.Equal((CommitOutcome.Busy, "/srv/config/applicationHost.config"), (refusal.Outcome, refusal.File));
        Assert.Equal(
            "The file /srv/config/applicationHost.config is held open by another program. Nothing was changed.", refusal.Message);
        Assert.Equal("Close it there and try again.", refusal.Remedy);
    }
}
