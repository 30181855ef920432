using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>Plan and commit one value in applicationHost.config; the baseline reads that file and writes it once.</summary>
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
            var site = set.Current.Server.Root.Children[0].Path;
            var value = false;
            Timing.Compare(
                "plan and commit one value",
                "read and write the file once",
                () => File.WriteAllBytes(copy, File.ReadAllBytes(host)),
                () => Change(set, site, value = !value),
                rounds: 9);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Change(ConfigurationSet set, string site, bool value)
    {
        var texts = new SnapshotTexts(set, set.Current);
        var edit = new SettingEdit(site, Settings.AllowSessionState, EditAction.Set, value ? "true" : "false", CommitPath: null);
        var plan = EditPlanner.Plan(set.Current.Server, edit, texts.Read).Plan ?? throw new InvalidOperationException("refused");
        var result = set.Commit(texts.ToCommit(plan));
        if (result.Outcome is not CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"{result.Outcome}");
        }
    }
}
