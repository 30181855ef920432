using SessionState.Contracts;
using SessionState.Dashboard.Model.Joint;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>Two nodes side by side, by the values that hold there.</summary>
public sealed record Comparison(NodeDetails A, NodeDetails B, IReadOnlyList<ComparedSetting> Settings, IReadOnlyList<ComparedNode> Nodes)
{
    public int DifferentSettings => Settings.Count(setting => setting.Differs);

    public int DifferentNodes => Nodes.Count(node => node.Differs);

    public static Comparison Read(NodeDetails a, NodeDetails b, ServerTree? tree) => new(
        a,
        b,
        [.. a.Settings.Join(b.Settings, setting => setting.Setting, setting => setting.Setting, (ofA, ofB) => new ComparedSetting(ofA, ofB))],
        tree is null ? [] : ComparedNode.Read(tree, a.Path, b.Path));

    /// <summary>What makes the second node like the first: each value set explicitly. What is below them is left as it is.</summary>
    public IReadOnlyList<JointPart> ToParts() =>
    [
        .. Settings.Where(setting => setting.CanCopy).Select(setting =>
            new JointPart(JointParts.Target(B.Path, setting.B.Setting, setting.A.Value), setting.B.Title, setting.B.Type)
            {
                Impossible = JointParts.WhyNot(setting.B),
            }),
    ];
}
