using System.Text;
using SessionState.Faults.Hosting;
using SessionState.Faults.Running;
using SessionState.Files;
using SessionState.Files.Committing;

namespace SessionState.Faults.Sweeps;

/// <summary>An editor saves, replaces or deletes the file between the last look and the look after the exchange.</summary>
internal sealed class EditorRaces : FaultSweep
{
    private static readonly CommitStep[] Moments =
    [
        CommitStep.CompareAgain, CommitStep.ComparedAgain, CommitStep.WriteJournal, CommitStep.NameJournal, CommitStep.FlushJournal,
        CommitStep.JournalFlushed, CommitStep.Replace, CommitStep.Replaced, CommitStep.Verify,
    ];

    public override string Id => "F10";

    public override string Title => "an editor writes between the last look and the exchange: nothing is lost";

    public override void Run(Tally tally) => Run(tally, times: 10_000);

    /// <param name="tally">Counts.</param>
    /// <param name="times">How many races.</param>
    public static void Run(Tally tally, int times)
    {
        using var folder = new WorkFolder();
        var server = folder.Server.Reset();
        var set = Hold.Load(server);
        for (var race = 0; race < times; race++)
        {
            var (moment, how, kind) = (Moments[race % Moments.Length], race / Moments.Length % 4, FaultServer.Kinds[race / 36 % 4]);
            tally.Run($"race {race}: {kind}, way {how}, at {moment}", () => Race(set, server, kind, moment, how, race));
        }
    }

    private static void Race(ConfigurationSet set, FaultServer server, string kind, CommitStep moment, int how, int race)
    {
        server.Reset();
        var target = server.FilesOf(kind)[^1];
        var theirs = $"<configuration><!-- by an editor, {race} --></configuration>";
        var isDone = false;
        set.Failpoint = (step, _) =>
        {
            if (step == moment && !isDone)
            {
                isDone = true;
                Edit(target, theirs, how);
            }
        };

        var result = set.Commit(new(server.Commit(kind, 1)));

        Hold.That(isDone, "the moment never came");
        var isDeletion = how is 2;
        var now = File.Exists(target) ? File.ReadAllText(target) : null;
        var hadFile = kind is not FaultServer.NewWebConfig || moment > CommitStep.Replace;
        Hold.That(isDeletion && !hadFile ? result.IsCommitted : result.Outcome is CommitOutcome.Stale, $"{result.Outcome} {result.Message}");
        Hold.That(isDeletion ? now is null || !hadFile : now == theirs, $"the edit is lost; the file holds {now}");
        Hold.That(kind is not FaultServer.TwoFiles || File.ReadAllText(server.Host) == server.Text(server.Host, 0), "the other file was changed");
        Hold.That(server.Leftovers().Count == 0, $"left over: {string.Join(' ', server.Leftovers())}");
    }

    private static void Edit(string file, string text, int how)
    {
        switch (how)
        {
            case 0: // as Notepad
                File.WriteAllText(file, text);
                break;
            case 1: // as most editors
                File.WriteAllText(file + ".tmp", text);
                File.Move(file + ".tmp", file, overwrite: true);
                break;
            case 2:
                File.Delete(file);
                break;
            default: // slowly
                using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
                {
                    foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(16))
                    {
                        stream.Write(part);
                    }
                }

                break;
        }
    }
}
