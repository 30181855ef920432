using CsCheck;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing.Joint;

public sealed class JointPlannerProperties
{
    private static readonly Setting[] Wanted =
        [Settings.AllowSessionState, Settings.Find("system.webServer/asp/session@timeout")!];

    private static readonly Gen<Wish[]> Wishes = Gen.Select(ServerGen.Path, Gen.Int[0, 1], Gen.Int[0, 3])
        .Select((path, setting, value) => new Wish(path, Wanted[setting], Value(setting, value)))
        .Array[2, 6];

    [Fact]
    public void Plan_AnyWishes_GivesWhatOneAfterTheOtherGives() => Gen.Select(ServerGen.Server, Wishes).Sample((server, all) =>
    {
        var wishes = all.DistinctBy(wish => (wish.Path.ToUpperInvariant(), wish.Setting)).ToArray();
        var joint = server.TryJoin([.. wishes.Select(wish => Steps.Set(wish.Path, wish.Value, wish.Setting))]);
        if (joint.Plan is not { } plan)
        {
            return;
        }

        var step = server;
        foreach (var (wish, part) in wishes.Zip(plan.Plans))
        {
            // The same place as in the joint plan: what is best may change with every step.
            if (part.Files.IsEmpty || step.Try(wish.Path, wish.Setting, wish.Value, part.Target.CommitPath).Plan is not { } alone)
            {
                continue;
            }

            step = step.Apply(alone);
        }

        var written = server.Apply(plan.Files).Server;
        Assert.Equal(Describe(written), Describe(plan.After));
        Assert.Equal(Describe(step.Server), Describe(written));
    });

    [Fact]
    public void ExplicitValue_AnySetAndClear_IsWhatWasWrittenThere() => Gen.Select(ServerGen.Server, Wishes).Sample((server, wishes) =>
    {
        foreach (var wish in wishes)
        {
            if (server.Try(wish.Path, wish.Setting, wish.Value).Plan is { Files.IsEmpty: false } plan)
            {
                Assert.Equal(wish.Value, ExplicitValue.Read(plan.After, wish.Path, wish.Setting, plan.Target));
                var back = ExplicitValue.Read(server.Server, wish.Path, wish.Setting, plan.Target);
                var result = server.Apply(plan).Try(wish.Path, wish.Setting, back, plan.Target.CommitPath);
                if (result.Plan is not { } undo)
                {
                    // What a lock forbids can be taken out, and not be put back.
                    Assert.Equal((RefusalKind.Locked, null), (result.Refusal!.Kind, wish.Value));
                    continue;
                }

                Assert.Equal(back, ExplicitValue.Read(undo.After, wish.Path, wish.Setting, plan.Target));
                Assert.Equal(
                    EffectiveValueReader.Read(server.Server.Find(wish.Path)!, wish.Setting).Value,
                    EffectiveValueReader.Read(undo.After.Find(wish.Path)!, wish.Setting).Value);
            }
        }
    });

    private static string? Value(int setting, int value) => (setting, value) switch
    {
        (_, 0) => null,
        (0, _) => value == 1 ? "true" : "false",
        _ => $"00:0{value}:00",
    };

    private static List<string> Describe(ServerConfiguration server) =>
        [.. server.Nodes().SelectMany(node => Wanted.Select(setting => $"{node.Path} {setting.Name} {EffectiveValueReader.Read(node, setting).Value}"))];

    private sealed record Wish(string Path, Setting Setting, string? Value);
}
