using SessionState.Faults.Hosting;
using SessionState.Files;

namespace SessionState.Faults.Sweeps;

/// <summary>What must hold after a fault.</summary>
internal static class Hold
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FaultException(otherwise);
        }
    }

    /// <summary>After a crash: the next start finds all files old or all new and nothing lying about, and changes work again.</summary>
    /// <returns>The version that the files hold.</returns>
    public static int Recovered(FaultServer server, string kind, Tally tally, params int[] versions)
    {
        var set = tally.Recovery(() => Load(server));
        That(set.Recovery.IsFinished, $"not finished: {set.Recovery.Problem}{string.Join(' ', set.Recovery.Commits.Select(commit => commit.Message))}");
        var version = server.VersionOf(kind);
        That(versions.Contains(version), $"version {version}");
        That(server.Leftovers().Count == 0, $"left over: {string.Join(' ', server.Leftovers())}");
        WorksAgain(set, server, kind);
        return version;
    }

    public static void WorksAgain(ConfigurationSet set, FaultServer server, string kind)
    {
        var result = set.Commit(new(server.Commit(kind, 100)));
        That(result.IsCommitted && server.VersionOf(kind) == 100, $"the next change does not work: {result.Message}");
    }

    public static ConfigurationSet Load(FaultServer server)
    {
        var result = ConfigurationSet.Load(server.Options, TimeProvider.System);
        return result.Set ?? throw new FaultException(result.Problem!.Message);
    }
}
