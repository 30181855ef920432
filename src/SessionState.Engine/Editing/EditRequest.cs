using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>An edit that makes sense: its node exists and its value is one.</summary>
/// <param name="Edit">What was asked.</param>
/// <param name="Node">The node.</param>
/// <param name="Value">The value in canonical spelling; null clears.</param>
internal sealed record EditRequest(SettingEdit Edit, ConfigurationNode Node, string? Value)
{
    /// <summary>Checks what was asked; null and the reason where it makes no sense.</summary>
    public static EditRequest? Check(ServerConfiguration server, SettingEdit edit, out EditRefusal? refusal)
    {
        var node = server.Find(edit.Path);
        var value = edit.Value ?? "";
        var (canonical, error) = ("", "");
        refusal = Broken(server.ApplicationHost)
            ?? (node is null ? Refuse(RefusalKind.UnknownNode, $"There is no site for '{edit.Path}' on this server.", "Check the name of the site.") : null)
            ?? (Settings.All.Contains(edit.Setting) ? null : Refuse(RefusalKind.UnknownSetting, $"{edit.Setting.Name} is no setting that is managed here.", null))
            ?? (edit.Action == EditAction.Clear || edit.Setting.TryNormalize(value, out canonical, out error) ? null : Invalid(edit.Setting, value, error));
        return refusal is null ? new(edit, node!, edit.Action == EditAction.Clear ? null : canonical) : null;
    }

    private static EditRefusal? Broken(ConfigurationFile applicationHost)
    {
        if (applicationHost.IsReadable)
        {
            return null;
        }

        var why = applicationHost.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(RefusalKind.Unreadable, why?.Message ?? "The file cannot be read.", applicationHost.Path, why?.Line, why?.Remedy);
    }

    private static EditRefusal Invalid(Setting setting, string value, string error) =>
        Refuse(RefusalKind.Invalid, $"'{value}' is no value for {setting.Title}: {error}.", $"The default is {setting.Default}.");

    private static EditRefusal Refuse(RefusalKind kind, string message, string? remedy) => new(kind, message, null, null, remedy);
}
