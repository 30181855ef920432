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
        var invalid = Invalid(edit, out var value);
        refusal = Broken(server.ApplicationHost) ?? (node is null ? UnknownNode(edit.Path) : null) ?? invalid;
        return refusal is null ? new(edit, node!, value) : null;
    }

    internal static EditRefusal? Broken(ConfigurationFile applicationHost)
    {
        if (applicationHost.IsReadable)
        {
            return null;
        }

        var why = applicationHost.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(RefusalKind.Unreadable, why?.Message ?? "The file cannot be read.", applicationHost.Path, why?.Line, why?.Remedy);
    }

    internal static EditRefusal UnknownNode(string path) =>
        new(RefusalKind.UnknownNode, $"There is no site for '{path}' on this server.", null, null, "Check the name of the site.");

    private static EditRefusal? Invalid(SettingEdit edit, out string? value)
    {
        value = null;
        if (!Settings.Known.Contains(edit.Setting))
        {
            return new(RefusalKind.UnknownSetting, $"{edit.Setting.Name} is no setting that is managed here.", null, null, null);
        }

        if (!edit.Setting.IsEditable)
        {
            return NotEditable(edit.Setting);
        }

        if (edit.Action == EditAction.Clear || edit.Setting.TryAccept(edit.Value ?? "", out value, out var error))
        {
            return null;
        }

        var message = $"'{PrintableText.Of(edit.Value ?? "")}' is no value for {edit.Setting.Title}: {error}.";
        return new(RefusalKind.Invalid, message, null, null, $"The default is {edit.Setting.Default}.");
    }

    private static EditRefusal NotEditable(Setting setting) => new(
        RefusalKind.Invalid,
        setting.IsSecret ? $"{setting.Title} may hold a password, so it is neither shown nor changed here."
            : $"{setting.Title} is not changed here. {setting.Note}",
        null,
        null,
        "Edit the file by hand.");
}
