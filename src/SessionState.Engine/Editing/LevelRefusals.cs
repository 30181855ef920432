using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>Why nothing may be written to a level's file, whatever is to be written there.</summary>
internal static class LevelRefusals
{
    public const string Instead =
        $"Write it to applicationHost.config (commit path {CommitPaths.ApplicationHost}), which may always set it.";

    /// <summary>The section is one that no file registers.</summary>
    public static EditRefusal? Unregistered(ServerConfiguration server, string section) =>
        server.ApplicationHost.Definition(section) is not null ? null : new(
            RefusalKind.NotHere,
            $"{server.ApplicationHost.Path} does not register the section {section}, so IIS would not know it.",
            server.ApplicationHost.Path,
            null,
            "Register the section in <configSections>, as IIS does when classic ASP is installed.");

    /// <summary>The section's registration excludes the node, or the location tag that the file would need for it.</summary>
    public static EditRefusal? Misplaced(ServerConfiguration server, ConfigurationNode node, ConfigurationNode level, string section)
    {
        var (file, definition) = (server.ApplicationHost.Path, server.ApplicationHost.Definition(section)!);
        return !InputChecker.IsAllowedAt(node, level, definition.AllowDefinition)
            ? new(
                RefusalKind.NotHere,
                $"{section} is registered with allowDefinition=\"{definition.AllowDefinition}\" in {file}, line {definition.Line}, so it may not be "
                + $"set for {node.Path}.",
                file,
                definition.Line,
                "Set it at a level that the registration allows, such as the application or the server.")
            : definition.AllowLocation || level.Path.Length == node.Path.Length ? null
            : new(
                RefusalKind.NotHere,
                $"{section} is registered with allowLocation=\"false\" in {file}, line {definition.Line}, so no location tag may hold it.",
                file,
                definition.Line,
                $"Set it in the web.config of {node.Path} (commit path {CommitPaths.Of(node)}), where that is open.");
    }

    /// <summary>The node has no web.config that counts and can be read.</summary>
    public static EditRefusal? OfFile(ConfigurationNode level) =>
        level.Kind == NodeKind.File ? NotHere($"{level.Path} is a file, and a file has no web.config.")
        : level.WebConfigPath is null ? NotHere($"The folder of {level.Path} was not found, so it can have no web.config.")
        : !level.WebConfigCounts
            ? NotHere($"{level.WebConfigPath} does not count, because its virtual directory says allowSubDirConfig=\"false\".")
        : level.WebConfig is { IsReadable: false } broken ? Unreadable(broken)
        : null;

    /// <summary>A lock on the whole section.</summary>
    public static EditRefusal? Locked(ConfigurationNode level, string section) =>
        LockReader.Read(level, section) is not { IsLocked: true } closed ? null : new(
            RefusalKind.Locked, closed.Reason ?? $"{section} is locked for {level.Path}.", closed.File, closed.Line, Instead);

    /// <summary>A lock of a higher file on just this attribute or its element.</summary>
    /// <param name="node">The node that the value is for.</param>
    /// <param name="level">The node whose file would hold it.</param>
    /// <param name="setting">The setting.</param>
    public static EditRefusal? Locked(ConfigurationNode node, ConfigurationNode level, Setting setting) =>
        GranularLockFinder.Find(node, setting, level.Depth) is not { } closed ? null : new(
            RefusalKind.Locked,
            $"Lock violation: '{setting.Attribute}' may not be set in {level.WebConfigPath}, because <{closed.Element}> in {closed.File}, line "
            + $"{closed.Line}, says {closed.Text}.",
            closed.File,
            closed.Line,
            Instead);

    private static EditRefusal NotHere(string message) => new(RefusalKind.NotHere, message, null, null, Instead);

    private static EditRefusal Unreadable(ConfigurationFile file)
    {
        var why = file.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(RefusalKind.Unreadable, why?.Message ?? $"{file.Path} cannot be read.", file.Path, why?.Line, why?.Remedy ?? Instead);
    }
}
