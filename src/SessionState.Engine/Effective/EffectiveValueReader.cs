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
    public static EffectiveValue Read(ConfigurationNode node, Setting setting) => throw new NotImplementedException();
}
