using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;

namespace SessionState.Faults.Sweeps;

/// <summary>Rights, folders and file systems that go away between two changes.</summary>
internal sealed class LostRights : FaultSweep
{
    private const string Nobody = "65534";

    public override string Id => "F14";

    public override string Title => "rights stripped, file unchangeable, folder renamed, mount read-only or gone";

    public override string? Skip => Mounted.Missing;

    public override void Run(Tally tally)
    {
        tally.Run("folder may not be written", () => AsNobody("chmod", "500"));
        tally.Run("folder may not be entered", () => AsNobody("chmod", "000"));
        tally.Run("mount becomes read-only", () => OnMount((mount, _) => mount.ReadOnly(true), (mount, _) => mount.ReadOnly(false)));
        tally.Run("file becomes immutable", () => OnMount(
            (_, server) => Machine.Run("chattr", "+i", server.One), (_, server) => Machine.Run("chattr", "-i", server.One)));
        tally.Run("folder is renamed", () => OnMount(
            (_, server) => Directory.Move(Path.GetDirectoryName(server.One)!, Path.GetDirectoryName(server.One) + "-aside"),
            (_, server) => Directory.Move(Path.GetDirectoryName(server.One) + "-aside", Path.GetDirectoryName(server.One)!)));
        tally.Run("mount is gone", () => OnMount((mount, _) => mount.TakeAway(), (mount, _) => mount.Mount()));
    }

    private static void AsNobody(string program, string mode)
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        Machine.Run("chown", "-R", $"{Nobody}:{Nobody}", folder.Path);
        using var host = new HostProcess(server, "setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups");
        Hold.That(host.Ask($"commit {FaultServer.WebConfig} 1") is "Committed ", "no commit");
        var site = Path.GetDirectoryName(server.One)!;
        Machine.Run(program, mode, site);
        var answer = host.Ask($"commit {FaultServer.ApplicationHost} 1");
        Hold.That(answer is "Committed ", $"another file: {answer}");

        answer = host.Ask($"commit {FaultServer.WebConfig} 2");
        Hold.That(answer is not null && answer.StartsWith("Forbidden", StringComparison.Ordinal), $"{answer}");
        Machine.Run(program, "700", site);
        answer = host.Ask($"commit {FaultServer.WebConfig} 3");
        Hold.That(answer is "Committed " && server.VersionOf(FaultServer.WebConfig) == 3, $"afterwards: {answer}");
    }

    private static void OnMount(Action<Mounted, FaultServer> lose, Action<Mounted, FaultServer> restore)
    {
        using var folder = new WorkFolder();
        var server = folder.Server;
        using var mount = Mounted.Ext4(Path.Join(folder.Path, "sites"), Path.Join(folder.Path, "sites.img"));
        var set = Hold.Load(server.Reset());
        var request = server.Commit(FaultServer.TwoFiles, 1);
        lose(mount, server);

        var result = set.Commit(new(request));
        Hold.That(result.Outcome is CommitOutcome.Forbidden or CommitOutcome.Stale, $"{result.Outcome} {result.Message}");
        Hold.That(server.VersionOf(FaultServer.ApplicationHost) == 0, "the other file was changed");
        restore(mount, server);
        Hold.WorksAgain(set, server, FaultServer.TwoFiles);
    }
}
