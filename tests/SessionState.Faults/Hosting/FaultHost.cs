using System.Globalization;
using SessionState.Files;

namespace SessionState.Faults.Hosting;

/// <summary>
/// The process that is killed, starved and lied to: it does what it reads, line by line, and answers each line with one. Everything happens
/// on one thread, so that system calls can be counted.
/// </summary>
internal static class FaultHost
{
    private static CommitRequest? _prepared;

    public static int Run(string folder)
    {
        var server = new FaultServer(folder);
        ConfigurationSet? set = null;
        Console.WriteLine($"ready {Environment.ProcessId}");
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(Do(line.Split(' '), server, ref set));
        }

        return 0;
    }

    private static string Do(string[] words, FaultServer server, ref ConfigurationSet? set)
    {
        if (words[0] is not "recover-killed-at")
        {
            set ??= Load(server);
        }

        switch (words)
        {
            case ["load"]:
                set = Load(server);
                return "loaded " + string.Join(',', set.Recovery.Commits.Select(commit => commit.Outcome));

            case ["warm", var kind]:
                // Everything that is compiled or loaded on first use is, before anybody counts.
                return $"warm {Commit(server, set!, kind, 1)} {Commit(server, set!, kind, 2)}";

            case ["prepare", var kind, var version]:
                _prepared = new(server.Commit(kind, int.Parse(version, CultureInfo.InvariantCulture)));
                return "prepared";

            case ["go"]:
                return Tell(set!.Commit(_prepared!));

            case ["commit", var kind, var version]:
                return Commit(server, set!, kind, int.Parse(version, CultureInfo.InvariantCulture));

            case ["commit-killed-at", var kind, var version, var index]:
                KillAt(set!, int.Parse(index, CultureInfo.InvariantCulture));
                return Commit(server, set!, kind, int.Parse(version, CultureInfo.InvariantCulture));

            case ["recover-killed-at", var index]:
                return Recover(server, int.Parse(index, CultureInfo.InvariantCulture));

            case ["count", var kind, var times]:
                return Count(server, set!, kind, int.Parse(times, CultureInfo.InvariantCulture));

            case ["hold"]:
                return set!.TryLock() is null ? "not held" : "held";

            default:
                return "unknown";
        }
    }

    private static ConfigurationSet Load(FaultServer server)
    {
        var result = ConfigurationSet.Load(server.Options, TimeProvider.System);
        return result.Set ?? throw new FaultException(result.Problem!.Message);
    }

    private static string Commit(FaultServer server, ConfigurationSet set, string kind, int version) =>
        Tell(set.Commit(new(server.Commit(kind, version))));

    private static string Tell(CommitResult result) => $"{result.Outcome} {result.Message}".ReplaceLineEndings(" ");

    /// <summary>Adds one to the version so many times; where another was quicker it looks again.</summary>
    private static string Count(FaultServer server, ConfigurationSet set, string kind, int times)
    {
        for (var done = 0; done < times;)
        {
            using var held = set.TryLock();
            if (held is null)
            {
                return $"counted {done}, then no lock";
            }

            var result = set.Commit(new(server.Commit(kind, server.VersionOf(kind) + 1)), held);
            if (!result.IsCommitted)
            {
                return $"counted {done}, then {result.Message}";
            }

            done++;
        }

        return $"counted {times}";
    }

    private static string Recover(FaultServer server, int index)
    {
        var count = 0;
        var report = CommitRecovery.Run(server.History, TimeProvider.System, Files.Disks.Disk.Native, (_, _) => Kill(count++ == index));
        return string.Join(',', report.Commits.Select(commit => commit.Outcome));
    }

    private static void KillAt(ConfigurationSet set, int index)
    {
        var count = 0;
        set.Failpoint = (_, _) => Kill(count++ == index);
    }

    private static void Kill(bool now)
    {
        if (now)
        {
            _ = Native.Kill(Environment.ProcessId, Native.KillSignal);
        }
    }
}
