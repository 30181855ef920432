using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Why a setting has its value at a node: every level that could set it, weakest first.</summary>
public static class LadderReader
{
    /// <summary>
    /// From "Schema default" down to the node's own web.config, existing or not. Location tags are listed where a file has one for that path.
    /// </summary>
    /// <param name="node">Any node of a snapshot.</param>
    /// <param name="setting">A row of <see cref="Settings.All"/>.</param>
    public static ImmutableArray<LadderStep> Read(ConfigurationNode node, Setting setting)
    {
        var value = EffectiveValueReader.Read(node, setting);
        var steps = ImmutableArray.CreateBuilder<LadderStep>();
        steps.Add(new LadderStep(
            "Schema default",
            null,
            null,
            null,
            null,
            setting.Default,
            value.IsDefault ? LadderRole.Winner : LadderRole.Shadowed,
            null,
            false));
        var builder = new LadderBuilder(node, setting, value, steps);
        builder.AddLevels(node);
        return steps.DrainToImmutable();
    }
}
