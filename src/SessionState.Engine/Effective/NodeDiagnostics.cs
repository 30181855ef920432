using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Effective;

/// <summary>Everything that is wrong at a node.</summary>
public static class NodeDiagnostics
{
    /// <summary>What is wrong here or above, as far as it concerns this node; the worst first.</summary>
    public static ImmutableArray<Diagnostic> Read(ConfigurationNode node) => throw new NotImplementedException();
}
