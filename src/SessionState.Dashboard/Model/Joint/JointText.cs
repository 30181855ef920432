using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;

namespace SessionState.Dashboard.Model.Joint;

/// <summary>Parts of a joint change in words.</summary>
public static class JointText
{
    public static string NewValue(JointPart part) => part.Target.Action == ChangeAction.Clear ? "Inherit" : ValueText.Display(part.Type, part.Target.Value);

    /// <summary>"3 nodes", "1 node".</summary>
    public static string Nodes(IReadOnlyCollection<string> paths) => paths.Count == 1 ? "1 node" : $"{paths.Count} nodes";
}
