using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>
/// The merge: schema default, then for every node from the server down what higher files' location tags say for it, then its own file;
/// attribute by attribute, the last one wins (MC-IISA 3.1.1.3.6).
/// </summary>
public static class EffectiveValueReader
{
    /// <summary>The setting's value at the node. Walks from the node upwards; allocates nothing.</summary>
    /// <param name="node">Any node of a snapshot.</param>
    /// <param name="setting">A row of <see cref="Settings.All"/>.</param>
    public static EffectiveValue Read(ConfigurationNode node, Setting setting)
    {
        var application = node.Application;
        var isChecked = false;
        for (var target = node; target is not null; target = target.Parent)
        {
            if (target.State(setting.Section) is not { } state)
            {
                continue;
            }

            if (!isChecked && state.ViolationFor(target, application) is { } violation)
            {
                return EffectiveValue.Error(violation);
            }

            isChecked = true;
            for (var i = state.Inputs.Length - 1; i >= 0; i--)
            {
                ref readonly var input = ref state.Inputs[i];
                if (input.HoldsFor(target, application) && input.Section.Find(setting, out var line) is { } attribute)
                {
                    return EffectiveValue.Set(attribute, target, input, line);
                }
            }
        }

        return EffectiveValue.Default(setting.Default);
    }
}
