using System.Text;
using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;
using SessionState.Files.Disks.Linux;

namespace SessionState.Faults.Sweeps;

/// <summary>
/// A server whose applicationHost.config, sites and history are on three file systems, so that each flush counts for itself, with one switch
/// for the power of all.
/// </summary>
internal sealed class PowerCutRoom : IDisposable
{
    private const string Kind = FaultServer.TwoFiles;

    private readonly WorkFolder _folder = new();
    private readonly List<Mounted> _disks = [];

    public PowerCutRoom()
    {
        foreach (var name in new[] { "config", "sites", "history" })
        {
            _disks.Add(Mounted.Ext4(Path.Join(_folder.Path, name), Path.Join(_folder.Path, $"{name}.img")));
        }
    }

    public FaultServer Server => _folder.Server;

    public void Reset()
    {
        Server.Reset();
        Native.Sync();
    }

    public void CutPower() => _disks.ForEach(disk => disk.CutPower());

    public void Restart() => _disks.ForEach(disk => disk.Restart());

    /// <summary>One commit with a cut of power at a boundary; it must be all or nothing, and all where it was acknowledged.</summary>
    /// <param name="index">The boundary; beyond the last: after the answer.</param>
    /// <param name="missing">The flush that is left out, counted from 1; 0: none.</param>
    /// <param name="edit">Whether somebody else, who flushes well, edits a file after the answer.</param>
    /// <param name="tally">Counts.</param>
    /// <returns>True where the boundary was reached before the answer.</returns>
    public bool Cut(int index, int missing, bool edit, Tally tally)
    {
        Reset();
        var (flushes, steps, wasCut) = (0, 0, false);
        var disk = new LinuxDisk(descriptor => ++flushes == missing ? 0 : LibC.FSync(descriptor));
        var set = ConfigurationSet.Load(Server.Options, TimeProvider.System, disk).Set!;
        flushes = 0;
        set.Failpoint = (_, _) =>
        {
            if (steps++ == index)
            {
                wasCut = true;
                CutPower();
            }
        };
        var isAcknowledged = set.Commit(new(Server.Commit(Kind, 1))).IsCommitted;
        if (edit)
        {
            EditDurably(Server.One, Server.Text(Server.One, 2));
        }

        if (!wasCut)
        {
            CutPower();
        }

        Restart();
        Check(isAcknowledged, edit, tally);
        return wasCut;
    }

    /// <summary>After a restart.</summary>
    private void Check(bool isAcknowledged, bool edit, Tally tally)
    {
        if (edit)
        {
            var report = CommitRecovery.Run(Server.History, TimeProvider.System);
            Hold.That(report.IsFinished, $"an acknowledged change came back: {report.Commits.FirstOrDefault()?.Message}");
            return;
        }

        var set = tally.Recovery(() => Hold.Load(Server));
        Hold.That(set.Recovery.IsFinished, set.Recovery.Commits.FirstOrDefault()?.Message ?? "not finished");
        var version = Server.VersionOf(Kind);
        Hold.That(version == 1 || (version == 0 && !isAcknowledged), "an acknowledged change is lost");
        foreach (var file in version == 0 ? [] : Server.FilesOf(Kind))
        {
            var old = ContentHash.Of(Encoding.UTF8.GetBytes(Server.Text(file, 0)));
            Hold.That(set.ReadBackup(old.ToString()) is not null, $"the copy of the old {file} is lost");
        }

        Hold.That(Server.Leftovers().Count == 0, $"left over: {string.Join(' ', Server.Leftovers())}");
    }

    private static void EditDurably(string file, string text)
    {
        var descriptor = Native.Open(file, 1 /* write */);
        File.WriteAllText(file, text);
        _ = LibC.FSync(descriptor);
        _ = Native.Close(descriptor);
    }

    public void Dispose()
    {
        _disks.ForEach(disk => disk.Dispose());
        _folder.Dispose();
    }
}
