using System.Text;
using SessionState.Files.Committing;
using SessionState.Files.Disks;
using SessionState.Files.Tests.Watching;

namespace SessionState.Files.Tests.Committing.Recovery;

/// <summary>A commit of one or two files, crashed where a test wants, and what must hold after the recovery.</summary>
internal sealed class CrashScenario : IDisposable
{
    public const string ApplicationHost = "applicationHost.config";
    public const string WebConfig = "web.config";
    public const string NewWebConfig = "new web.config";
    public const string TwoFiles = "two files";

    private readonly List<(string File, string? Before, string After)> _files = [];
    private readonly Disk _disk;

    public CrashScenario(string what, Disk? disk = null)
    {
        _disk = disk ?? Disk.Native;
        Server = RefreshTests.TwoSites();
        var host = File.ReadAllText(Server.Host);
        if (what is ApplicationHost or TwoFiles)
        {
            _files.Add((Server.Host, host, host + "<!-- changed -->"));
        }

        if (what is WebConfig or TwoFiles)
        {
            _files.Add((One, TestServer.Off, TestServer.On));
        }

        if (what is NewWebConfig)
        {
            _files.Add((Server.At("sites/Two/web.config"), null, TestServer.On));
        }

        Set = Load();
    }

    public TestServer Server { get; }

    public ConfigurationSet Set { get; }

    public string One => Server.At("sites/One/web.config");

    /// <summary>All steps that a commit without a fault goes through, each with its file.</summary>
    public List<(CommitStep Step, string File)> Steps()
    {
        var steps = new List<(CommitStep, string)>();
        Set.Failpoint = (step, file) => steps.Add((step, file));
        Assert.Equal(CommitOutcome.Committed, Commit().Outcome);
        return steps;
    }

    public ConfigurationSet Load() => ConfigurationSet.Load(Server.Options, TimeProvider.System, _disk).Set!;

    public CommitResult Commit() => Set.Commit(new([.. _files.Select(
        file => new CommitFile(file.File, file.Before is null ? null : CommitTests.HashOf(file.Before), Encoding.UTF8.GetBytes(file.After)))]));

    /// <summary>Commits and crashes at the boundary of that number, counted from 0.</summary>
    public void CrashAt(int index)
    {
        var count = 0;
        Crash((_, _) => count++ == index);
    }

    /// <summary>Commits and crashes at the first such boundary.</summary>
    /// <param name="step">Where.</param>
    /// <param name="edit">Where an editor saves the web.config; null: nowhere.</param>
    /// <param name="theirs">What it saves.</param>
    public void CrashAt(CommitStep step, CommitStep? edit = null, string theirs = "") => Crash((reached, file) =>
    {
        if (reached == edit && file == One)
        {
            File.WriteAllText(file, theirs);
        }

        return reached == step;
    });

    public RecoveryReport Recover(Action<CommitStep, string>? failpoint = null) =>
        CommitRecovery.Run(Server.HistoryFolder, TimeProvider.System, _disk, failpoint);

    /// <returns>True where all files are new, false where all are old; anything else fails.</returns>
    public bool IsNew()
    {
        var states = _files.Select(file => (File.Exists(file.File) ? File.ReadAllText(file.File) : null) switch
        {
            var text when text == file.After => true,
            var text when text == file.Before => false,
            var text => throw new InvalidOperationException($"{file.File} holds: {text}"),
        }).Distinct().ToList();
        return Assert.Single(states);
    }

    public void AssertNothingIsLeft()
    {
        CommitTests.AssertNoTemporaryFile(Server);
        Assert.False(File.Exists(Path.Join(Server.HistoryFolder, "journal")));
    }

    private void Crash(Func<CommitStep, string, bool> here)
    {
        Set.Failpoint = (step, file) =>
        {
            if (here(step, file))
            {
                throw new SimulatedCrashException();
            }
        };
        Assert.Throws<SimulatedCrashException>(Commit);
    }

    public void Dispose() => Server.Dispose();
}
