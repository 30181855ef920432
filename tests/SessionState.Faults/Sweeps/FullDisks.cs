using SessionState.Faults.Hosting;
using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>No room where the configuration is, where the history is, and in both; then room again.</summary>
internal sealed class FullDisks : FaultSweep
{
    private const int DiskSize = 256 * 1024;

    public override string Id => "F7";

    public override string Title => "full disk for configuration, history, both";

    public override string? Skip => Mounted.Missing;

    public override void Run(Tally tally)
    {
        foreach (var kind in FaultServer.Kinds)
        {
            foreach (var names in new[] { "config", "sites", "history", "config sites", "config sites history" })
            {
                tally.Run($"{kind}: {names}", () => Fill(kind, names.Split(' ')));
            }
        }
    }

    private static void Fill(string kind, string[] names)
    {
        using var folder = new WorkFolder();
        var server = folder.Server;
        var disks = names.Select(name => Mounted.Small(Path.Join(folder.Path, name), DiskSize)).ToList();
        try
        {
            var set = Hold.Load(server.Reset());
            var fillers = names.Select(name => FillUp(Path.Join(folder.Path, name, "filler"))).ToList();
            var concerned = names.Contains("history") || server.FilesOf(kind).Any(file => names.Any(name => file.Contains($"/{name}/", StringComparison.Ordinal)));

            var result = set.Commit(new(server.Commit(kind, 1)));
            Hold.That(result.IsCommitted != concerned, $"{result.Outcome} {result.Message}");
            Hold.That(server.VersionOf(kind) == (concerned ? 0 : 1), "it was changed");
            Hold.That(!concerned || result.Remedy is not null, "no remedy");
            Hold.That(set.ReadContent(server.Host) is not null, "nothing can be read");

            fillers.ForEach(File.Delete);
            Hold.WorksAgain(set, server, kind);
            Hold.That(server.Leftovers().Count == 0, $"left over: {string.Join(' ', server.Leftovers())}");
        }
        finally
        {
            disks.ForEach(disk => disk.Dispose());
        }
    }

    private static string FillUp(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            return file; // full
        }
    }
}
