using SessionState.Faults.Hosting;
using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>Each system call of a commit fails once, in each way that disks and systems have.</summary>
internal sealed class FailingCalls : FaultSweep
{
    private static readonly string[] Errors = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE"];

    public override string Id => "F3";

    public override string Title => $"{string.Join(", ", Errors)} at every system call";

    public override string? Skip => Strace.Missing;

    public override void Run(Tally tally) =>
        Run(tally, FaultServer.Kinds, Errors, [.. Strace.Calls.Where(call => call is not "fsync")], every: 1);

    /// <param name="tally">Counts.</param>
    /// <param name="kinds">Of commits.</param>
    /// <param name="errors">Which errors.</param>
    /// <param name="calls">Of which calls.</param>
    /// <param name="every">Only each so many-th.</param>
    public static void Run(Tally tally, IEnumerable<string> kinds, string[] errors, string[] calls, int every)
    {
        foreach (var kind in kinds)
        {
            using var folder = new WorkFolder();
            using var commit = new CountedCommit(folder.Server, kind);
            var counts = commit.Count();
            var points = calls.SelectMany(call => Enumerable.Range(1, counts.GetValueOrDefault(call))
                .SelectMany(number => errors.Select(error => (call, number, error)))).ToList();
            for (var index = 0; index < points.Count; index += every)
            {
                var (call, number, error) = points[index];
                tally.Run(
                    $"{kind}: {error} at {call} {number}",
                    () => Fail(folder.Server, commit, kind, $"{call}:error={error}:when={number}", mustBeTold: call is "fsync"));
            }
        }
    }

    private static void Fail(FaultServer server, CountedCommit commit, string kind, string inject, bool mustBeTold)
    {
        var (answer, _, hasInjected) = commit.Commit(inject);
        Hold.That(answer is not null, "the process died");
        Hold.That(hasInjected, "the call was not made");
        var isCommitted = answer!.StartsWith("Committed", StringComparison.Ordinal);
        Hold.That(!mustBeTold || answer != "Committed ", "nobody noticed");
        if (!answer.Contains("uncertain", StringComparison.Ordinal))
        {
            var version = server.VersionOf(kind);
            Hold.That(version == (isCommitted ? CountedCommit.Version : 0), $"version {version} after: {answer}");
        }

        else
        {
            commit.Host.Ask($"commit {kind} 4"); // taking the lock finishes what is left, so that this one may come too late
        }

        var next = commit.Host.Ask($"commit {kind} 4");
        Hold.That(next == "Committed " && server.VersionOf(kind) == 4, $"the next change does not work: {next}; after: {answer}");
        Hold.That(commit.Host.Ask("load") is "loaded ", "the next start finds something to recover");
        Hold.That(server.Leftovers().Count == 0, $"left over: {string.Join(' ', server.Leftovers())}");
    }
}
