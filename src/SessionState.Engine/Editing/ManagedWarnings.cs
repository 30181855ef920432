using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>What a change of ASP.NET's settings does to those who use the application (System.Web, "sessionState Element").</summary>
internal static class ManagedWarnings
{
    /// <param name="node">The node in the snapshot as it will be.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The canonical value; null clears.</param>
    public static IEnumerable<string> Read(ConfigurationNode node, Setting setting, string? value)
    {
        if (setting.Evaluator != Evaluator.Managed)
        {
            yield break;
        }

        yield return "ASP.NET restarts an application when one of its configuration files changes: sessions kept in its memory (InProc) are lost.";
        if (ReferenceEquals(setting, SessionStateSettings.Mode))
        {
            yield return value == "Off"
                ? "With mode Off, pages that use the Session object fail."
                : "A change of the mode ends all current sessions.";
        }

        if (node.Server.Extras.ApplicationHost!.Pools?.Find(node.ApplicationPool ?? "") is { ManagedRuntimeVersion: "" } pool)
        {
            yield return $"The application pool '{pool.Name}' runs no managed code, so the change has no effect until it does.";
        }
    }
}
