using CsCheck;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

public sealed class EditPlannerProperties
{
    [Fact]
    public void Set_AnyServer_GivesTheValueOrSaysWhyNot() => Sample((server, path, value, target) =>
    {
        if (server.TrySet(path, value, target).Plan is not { } plan)
        {
            Assert.NotNull(target);
            return;
        }

        var after = server.Apply(plan);
        var isWanted = after.Value(path).Value == value;
        Assert.True(isWanted || plan.Warnings.Any(IsExplanation), "neither set nor explained");
        Assert.Empty(after.Set(path, value, plan.Target.CommitPath).Files);
    });

    [Fact]
    public void Clear_AnyServer_LeavesNothingToClearThere() => Sample((server, path, _, target) =>
    {
        if (server.TryClear(path, target).Plan is { } plan)
        {
            Assert.Empty(server.Apply(plan).Clear(path, plan.Target.CommitPath).Files);
        }
    });

    [Fact]
    public void Plan_AnyServer_AfterAndEffectsAreWhatWritingItGives() => Sample((server, path, value, target) =>
    {
        var results = new[] { server, server.Knowing }.SelectMany(
            one => new[] { one.TrySet(path, value, target), one.TryClear(path, target) }).ToArray();
        Assert.Equal(results[..2].Select(Describe), results[2..].Select(Describe));
        foreach (var plan in results.Select(result => result.Plan).OfType<EditPlan>())
        {
            var written = server.Apply(plan).Server;
            Assert.Equal(written.Nodes().Select(Describe), plan.After.Nodes().Select(Describe));

            var paths = server.Server.Nodes().Concat(written.Nodes()).Select(node => node.Path).Distinct(StringComparer.OrdinalIgnoreCase);
            var changed = paths.Where(node => Read(server.Server, node) != Read(written, node));
            Assert.Equal(
                changed.Select(node => $"{node}: {Read(server.Server, node)} -> {Read(written, node)}").Order(StringComparer.Ordinal),
                plan.Effects.Select(effect => $"{effect.Node.Path}: {effect.Before} -> {effect.After}").Order(StringComparer.Ordinal));
            Assert.Equal(plan.Effects.Select(effect => effect.Node.Path), InTreeOrder(plan));
        }
    });

    private static bool IsExplanation(string warning) =>
        warning.StartsWith("Shadowed: ", StringComparison.Ordinal) || warning.Contains("stays in error", StringComparison.Ordinal);

    private static void Sample(Action<TestServer, string, string, string?> check) =>
        Gen.Select(ServerGen.Server, ServerGen.Path, ServerGen.Value, Gen.Int[-1, 3]).Sample((server, path, value, index) =>
        {
            var node = server.Server.Find(path)!;
            var targets = CommitTargets.Read(server.Server, node, Settings.AllowSessionState);
            check(server, path, value, index < 0 || index >= targets.Length ? null : targets[index].CommitPath);
        });

    private static string? Read(ServerConfiguration server, string path) =>
        EffectiveValueReader.Read(server.Find(path)!, Settings.AllowSessionState).Value;

    private static string Describe(EditResult result) =>
        $"{result.Refusal} {string.Join(' ', result.Plan?.Files.Select(file => file.After) ?? [])} {string.Join(' ', result.Plan?.Warnings ?? [])}";

    private static string Describe(ConfigurationNode node)
    {
        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        return $"{node.Path} {node.Kind} {value.Value} {value.Origin} {value.Violation?.Diagnostic}"
            + string.Concat(LadderReader.Read(node, Settings.AllowSessionState))
            + string.Concat(NodeDiagnostics.Read(node));
    }

    private static IEnumerable<string> InTreeOrder(EditPlan plan)
    {
        var changed = plan.Effects.Select(effect => effect.Node.Path).ToList();
        var listed = plan.After.Nodes().Select(node => node.Path).Where(changed.Contains).ToList();
        return listed.Concat(changed.Except(listed));
    }
}
