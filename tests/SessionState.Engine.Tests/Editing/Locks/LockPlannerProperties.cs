using CsCheck;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Editing.Locks;

public sealed class LockPlannerProperties
{
    private const string Asp = "system.webServer/asp";

    private static readonly Gen<OverrideMode> Mode = Gen.OneOf(OverrideMode.Allow, OverrideMode.Deny, OverrideMode.Inherit);

    [Fact]
    public void Lock_AnyServer_SaysSoAndTwiceIsNothingToDo() => Sample((server, path, mode, target) =>
    {
        if (server.TryLock(path, mode, target).Plan is { } plan)
        {
            var after = server.Apply(plan);
            Assert.Empty(after.Lock(path, mode, plan.Target.CommitPath).Files);
            Assert.Equal(mode, SaidBy(after.Server, plan.Target.File, path));
        }
    });

    [Fact]
    public void Lock_AnyServer_UndoGivesBackEveryWordAndValue() => Sample((server, path, mode, target) =>
    {
        if (server.TryLock(path, mode, target).Plan is not { Files.IsEmpty: false } plan)
        {
            return;
        }

        var after = server.Apply(plan);
        if (after.TryLock(path, plan.Undo.Mode, plan.Undo.CommitPath).Plan is { } undo)
        {
            // What the server says of its nodes; nodes that only a removed tag named are gone with it.
            var restored = after.Apply(undo).Server;
            Assert.All(restored.Nodes(), node => Assert.Equal(Describe(server.Server.Find(node.Path)!), Describe(node)));
        }
        else
        {
            // A word of a lower file that was not needed or not legal is not said again; neither is one that contradicted another.
            Assert.True(plan.Target.File != TestServer.ApplicationHost || !plan.Rehearsal.StopFailing.IsEmpty, "nothing was wrong with it");
        }
    });

    [Fact]
    public void Lock_AnyServer_InverseChangesGiveTheOriginalText() => Sample((server, path, mode, target) =>
    {
        foreach (var file in server.TryLock(path, mode, target).Plan?.Files ?? [])
        {
            Assert.Equal(file.After, TextChanges.Apply(file.Before, file.Changes));
            Assert.All(file.Changes, change => Assert.NotEqual(change.NewText, file.Before.Substring(change.Span.Start, change.Span.Length)));
        }
    });

    [Fact]
    public void Lock_AnyServer_RehearsalIsWhatWritingItGives() => Sample((server, path, mode, target) =>
    {
        if (server.TryLock(path, mode, target).Plan is not { } plan)
        {
            return;
        }

        var written = server.Apply(plan).Server;
        Assert.Equal(written.Nodes().Select(Describe), plan.After.Nodes().Select(Describe));

        var (was, isNow) = (Failing(server.Server), Failing(written));
        Assert.Equal(isNow.Except(was).Order(StringComparer.Ordinal), Names(plan.Rehearsal.StartFailing));
        Assert.Equal(was.Except(isNow).Order(StringComparer.Ordinal), Names(plan.Rehearsal.StopFailing));

        var nodes = written.Nodes().Where(node => node.WebConfigPath is not null && server.Server.Find(node.Path) is not null).ToList();
        bool WasLocked(ConfigurationNode node) => LockReader.IsLocked(server.Server.Find(node.Path)!, Asp);
        Assert.Equal(nodes.Where(node => WasLocked(node) && !LockReader.IsLocked(node, Asp)), plan.Rehearsal.GainOverride, BySamePath);
        Assert.Equal(nodes.Where(node => !WasLocked(node) && LockReader.IsLocked(node, Asp)), plan.Rehearsal.LoseOverride, BySamePath);
    });

    [Fact]
    public void Repair_AnyFailingNode_StopsItsFirstViolationAndTwiceEndsThem() => Gen.Select(ServerGen.Server, ServerGen.Path).Sample((server, path) =>
    {
        for (var repaired = 0; server.TryRepair(path).Plan is { Files.IsEmpty: false } plan; repaired++)
        {
            Assert.InRange(repaired, 0, 4);
            Assert.Empty(plan.Rehearsal.StartFailing);
            Assert.Contains(plan.Rehearsal.StopFailing, found => found.File == plan.Files[0].File);
            server = server.Apply(plan);
        }

        var left = EffectiveValueReader.Read(server.Server.Find(path)!, Settings.AllowSessionState).Violation;
        Assert.True(left is null || left.Diagnostic.File == TestServer.ApplicationHost, left?.Diagnostic.Message);
    });

    private static OverrideMode SaidBy(ServerConfiguration server, string file, string path) =>
        server.Find(path)!.State(Asp)?.Inputs.FirstOrDefault(input => input.File.Path == file).Section?.OverrideMode ?? OverrideMode.Inherit;

    // Every content is judged on its own, also below a node that fails already.
    private static List<string> Failing(ServerConfiguration server)
    {
        var found = new List<string>();
        foreach (var node in server.Nodes())
        {
            var rules = new InputChecker(server.Level.Extras.Registrations!);
            var state = node.State(Asp);
            found.AddRange(Enumerable.Range(0, state?.Inputs.Length ?? 0)
                .Select(index => rules.Check(node, state!, index, node.Runs, false))
                .OfType<Violation>()
                .Select(violation => $"{violation.Diagnostic.File} {node.Path.ToUpperInvariant()}"));
        }

        return found;
    }

    private static IEnumerable<string> Names(IEnumerable<FailingSection> failing) => failing
        .Select(found => $"{found.File} {found.ConfigurationPath.ToUpperInvariant()}")
        .Order(StringComparer.Ordinal);

    private static bool BySamePath(ConfigurationNode left, ConfigurationNode right) => left.Path == right.Path;

    private static string Describe(ConfigurationNode node)
    {
        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        return $"{node.Path} {value.Value} {value.Violation?.Diagnostic.Code} {LockReader.IsLocked(node, Asp)}";
    }

    private static void Sample(Action<TestServer, string, OverrideMode, string?> check) =>
        Gen.Select(ServerGen.Server, Gen.Bool, ServerGen.Path, Mode, Gen.Int[-1, 2]).Sample((any, isKnown, path, mode, index) =>
        {
            var server = isKnown ? any.Knowing : any;
            var targets = LockTargets.Read(server.Server, server.Server.Find(path)!, Asp, mode);
            check(server, path, mode, index < 0 || index >= targets.Length ? null : targets[index].CommitPath);
        });
}
