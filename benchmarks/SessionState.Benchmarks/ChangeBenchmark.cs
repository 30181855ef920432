using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>
/// Plan and commit one value in applicationHost.config, with its copy in the history and everything down to the disk; the baseline reads that
/// file and writes it once, and waits for no disk.
/// </summary>
internal static class ChangeBenchmark
{
    public static void Run(GeneratedServer server)
    {
        var folder = Directory.CreateTempSubdirectory("session-state-benchmark-");
        try
        {
            var host = Path.Combine(folder.FullName, "applicationHost.config");
            var copy = Path.Combine(folder.FullName, "copy.config");
            File.Copy(server.ApplicationHostConfig, host);
            var set = LoadBenchmark.Load(host, Path.Combine(folder.FullName, "history"));
            var site = set.Current.Server.Layout.Sites[0].Name;
            var (value, count) = (false, 0);
            var readAndWrite = () => File.WriteAllBytes(copy, File.ReadAllBytes(host));
            Timing.Compare(
                "plan and commit: another value in a tag", "read and write the file once", readAndWrite,
                () => Change(set, site, value = !value), rounds: 15);
            Timing.Compare(
                "plan and commit: a new location tag", "read and write the file once", readAndWrite,
                () => Change(set, $"{site}/new{count++}", false), rounds: 15);
            Timing.Compare(
                "plan alone: another value in a tag", "read and write the file once", readAndWrite, () => Plan(set, site, !value, new(set, set.Current)), rounds: 15);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Change(ConfigurationSet set, string path, bool value)
    {
        var texts = new SnapshotTexts(set, set.Current);
        var result = set.Commit(texts.ToCommit(Plan(set, path, value, texts)));
        if (result.Outcome is not CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"{result.Outcome}");
        }
    }

    private static EditPlan Plan(ConfigurationSet set, string path, bool value, SnapshotTexts texts)
    {
        var edit = new SettingEdit(
            path, Settings.AllowSessionState, EditAction.Set, value ? "true" : "false", CommitPath: "MACHINE/WEBROOT/APPHOST");
        return EditPlanner.Plan(set.Current.Server, edit, texts.Read).Plan ?? throw new InvalidOperationException("refused");
    }
}
