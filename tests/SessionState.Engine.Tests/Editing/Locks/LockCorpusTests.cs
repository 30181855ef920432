using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Editing.Locks;

/// <summary>Locks in real servers' applicationHost.config files, in whatever layout they are.</summary>
public sealed class LockCorpusTests
{
    private const string Asp = "system.webServer/asp";
    private const int SitesPerFile = 3;

    [Fact]
    public void LockAndUnlock_EveryApplicationHostConfig_SayOnlyThatAndAreTakenBack()
    {
        var locks = 0;
        foreach (var row in RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "applicationHost"))
        {
            if (row.GetProperty("asp_section").GetArrayLength() > 0)
            {
                var file = row.GetProperty("file").GetString()!;
                var bytes = File.ReadAllBytes(Path.Combine(RequiredInputs.Corpus, file));
                foreach (var path in Read(file, bytes).Layout.Sites.Take(SitesPerFile).Select(site => site.Name).Prepend(""))
                {
                    Check(file, bytes, path, OverrideMode.Allow);
                    Check(file, bytes, path, OverrideMode.Deny);
                    locks++;
                }
            }
        }

        Assert.InRange(locks, 50, int.MaxValue);
    }

    private static void Check(string file, byte[] bytes, string path, OverrideMode mode)
    {
        var (before, plan) = (Read(file, bytes), Plan(file, bytes, path, mode));
        var after = plan.Files is [var edit] ? edit.Encode() : bytes;
        var server = Read(file, after);

        Assert.Equal(mode, LockReader.SaidBy(server.Find(path)!, Asp, file));
        Assert.Equal(mode, LockReader.Explain(server.Find(path)!, Asp).EffectiveOverrideMode);
        Assert.Equal(before.Diagnostics.Select(found => found.Message), server.Diagnostics.Select(found => found.Message));
        Assert.Empty(Plan(file, after, path, mode).Files);

        // What stood in the file directly has moved; everything else gets its old bytes back.
        if (LockReader.SaidBy(before.Find(path)!, Asp, file) == OverrideMode.Inherit && before.Find(path)!.State(Asp) is null)
        {
            Assert.Equal(bytes, Assert.Single(Plan(file, after, path, OverrideMode.Inherit).Files).Encode());
        }
    }

    private static LockPlan Plan(string file, byte[] bytes, string path, OverrideMode mode)
    {
        var result = LockPlanner.Plan(Read(file, bytes), new(path, Asp, mode, null), _ => SourceText.Decode(bytes, file, out var _));
        Assert.True(result.Refusal is null, $"{file}, {path}, {mode}: {result.Refusal?.Message}");
        return result.Plan!;
    }

    private static ServerConfiguration Read(string file, byte[] bytes)
    {
        var applicationHost = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, file, bytes);
        var layout = ServerLayout.Read(applicationHost, new Dictionary<string, string>());
        return ServerConfiguration.Build(applicationHost, layout, (_, _) => ContentRoot.Unknown);
    }
}
