using SessionState.Faults.Hosting;
using SessionState.Faults.Sweeps;

namespace SessionState.Faults.Running;

/// <summary>A host that is warm, so that the system calls of its next commit are those of any commit and can be counted.</summary>
internal sealed class CountedCommit : IDisposable
{
    public const int Version = 3;

    private readonly FaultServer _server;
    private readonly string _kind;

    public CountedCommit(FaultServer server, string kind)
    {
        (_server, _kind) = (server.Reset(), kind);
        Host = new(server);
        Hold.That(Host.Ask($"warm {kind}")?.Split("Committed").Length == 3, "the host does not commit");
    }

    public HostProcess Host { get; }

    /// <summary>Commits from version 0 to <see cref="Version"/> while strace does something to a call.</summary>
    /// <returns>The answer, null where it was killed; and the calls of the commit, the last being the answer itself.</returns>
    public (string? Answer, IReadOnlyList<string> Calls, bool HasInjected) Commit(string? inject)
    {
        _server.Reset();
        Hold.That(Host.Ask($"prepare {_kind} {Version}") is "prepared", "the host does not answer");
        using var strace = new Strace(Host.Id, inject);
        var answer = Host.Ask("go");
        var calls = strace.Detach(Host.Id);
        return (answer, calls, strace.HasInjected);
    }

    /// <summary>How often each call is made before the answer.</summary>
    public IReadOnlyDictionary<string, int> Count()
    {
        var calls = Commit(inject: null).Calls.ToList();
        calls.RemoveAt(calls.FindLastIndex(call => call is "write"));
        return calls.GroupBy(call => call).ToDictionary(group => group.Key, group => group.Count());
    }

    public void Dispose() => Host.Dispose();
}
