using SessionState.Faults.Hosting;
using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>Each <c>fsync</c> of a commit fails once, of a file's data, a copy, the journal and each folder: it must always be noticed.</summary>
internal sealed class FailingFlushes : FaultSweep
{
    public override string Id => "F4";

    public override string Title => "EIO, ENOSPC, EDQUOT, EROFS at every fsync: noticed";

    public override string? Skip => Strace.Missing;

    public override void Run(Tally tally) => FailingCalls.Run(tally, FaultServer.Kinds, ["EIO", "ENOSPC", "EDQUOT", "EROFS"], ["fsync"], every: 1);
}
