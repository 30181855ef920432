using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Effective;

/// <summary>What is said for ASP.NET and never reaches it.</summary>
internal static class ManagedDiagnostics
{
    internal static IEnumerable<Diagnostic> Read(ConfigurationNode node)
    {
        for (var above = node; above is not null; above = above.Parent)
        {
            foreach (var input in above.Extras.Ignored)
            {
                yield return Ignored(input, above);
            }

            foreach (var tooNew in TooNew(above))
            {
                yield return tooNew;
            }
        }

        if (node.Server.Extras.ApplicationHost!.Pools?.Find(node.ApplicationPool ?? "") is { ManagedRuntimeVersion: "" } pool)
        {
            yield return NoManagedCode(pool, node);
        }
    }

    // Only what says since when it exists can be missing in an older schema.
    private static IEnumerable<Diagnostic> TooNew(ConfigurationNode node)
    {
        if (node.Server.Extras.Schema is not { } schema)
        {
            yield break;
        }

        foreach (var setting in Settings.All.Where(setting => setting.Since is not null && !schema.Knows(setting)))
        {
            foreach (var input in node.State(setting.Section)?.Inputs ?? [])
            {
                if (input.Section.Find(setting, out var line) is not null)
                {
                    yield return UnknownToTools(setting, input, line);
                }
            }
        }
    }

    private static Diagnostic UnknownToTools(Setting setting, NodeInput input, int line) => Diagnostic.Warning(
        DiagnosticCodes.UnknownAttribute,
        $"Unrecognized attribute '{setting.Attribute}': IIS's tools on this server are older than it and report an error; ASP.NET accepts it once "
        + $"updated (since {setting.Since}).",
        input.Place,
        line,
        "Update the server, or remove the attribute.");

    private static Diagnostic Ignored(NodeInput input, ConfigurationNode target) => Diagnostic.Warning(
        DiagnosticCodes.Ineffective,
        $"'{input.Section.Schema.Name}' for {(target.Depth == 0 ? "the server" : target.Path)} has no effect here: ASP.NET does not read "
        + "applicationHost.config, although IIS's tools show what it says.",
        input.File.Path,
        input.Section.Line,
        "Write it to the web.config of the application, or for all applications to the root web.config.");

    private static Diagnostic NoManagedCode(ApplicationPool pool, ConfigurationNode node) => new(
        DiagnosticSeverity.Info,
        DiagnosticCodes.Ineffective,
        $"The application pool '{pool.Name}' runs no managed code (managedRuntimeVersion=\"\"), so ASP.NET's settings have no effect in it.",
        node.Server.Extras.ApplicationHost!.Path,
        null,
        null,
        null);
}
