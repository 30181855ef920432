using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>Locks and repairs in words.</summary>
public static class LockText
{
    private static readonly string[] Repairable = ["section-locked", "attribute-locked", "element-locked", "item-locked"];

    /// <summary>What a change about a section means, before it is reviewed.</summary>
    public static string Intent(NodeDetails node, ChangeForm form)
    {
        var where = node.Kind == NodeKind.Server ? "every site" : $"{node.Path} and below";
        return form.Action switch
        {
            ChangeAction.Lock => $"Locks {form.Setting.Section}: no web.config of {where} may contain it from then on.",
            ChangeAction.Unlock => $"Unlocks {form.Setting.Section}: whoever writes a web.config of {where} may set it from then on.",
            ChangeAction.InheritLock => $"Takes back what is said here about {form.Setting.Section}, so that the level above decides.",
            _ => $"Takes out of {NodeText.FileName(node.WebConfig ?? "web.config")} what a lock forbids, so that {NodeText.Path(node.Path)} works again.",
        };
    }

    /// <summary>Whether taking something out of the node's own web.config would end the problem.</summary>
    public static bool CanRepair(NodeDetails node, DiagnosticInfo diagnostic) =>
        diagnostic.File is not null && diagnostic.File == node.WebConfig && Repairable.Contains(diagnostic.Code);
}
