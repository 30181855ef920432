using System.Collections.Immutable;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Service.Changes;

/// <summary>What several targets change together: of two that meet at a node, the result counts.</summary>
internal static class PlannedEffects
{
    public static ImmutableArray<SettingChange> Of(
        ServerConfiguration before, ServerConfiguration after, IReadOnlyList<PlannedTarget> targets)
    {
        var each = targets.SelectMany(target => target.Wish.Effects(target.Plan));
        return targets is [_]
            ? [.. each]
            :
            [
                .. each.DistinctBy(effect => (effect.Setting, effect.Node.Path))
                    .Select(effect => new SettingChange(
                        effect.Setting, effect.Node, Value(before, effect.Node.Path, effect.Setting), Value(after, effect.Node.Path, effect.Setting)))
                    .Where(effect => effect.Before != effect.After),
            ];
    }

    private static string? Value(ServerConfiguration server, string path, Setting setting) =>
        server.Find(path) is { } node ? EffectiveValueReader.Read(node, setting).Value : null;
}
