using SessionState.Contracts;
using SessionState.Engine.Schema;
using SettingType = SessionState.Engine.Schema.SettingType;

namespace SessionState.Service.Changes;

/// <summary>A change in one phrase, as it stands on a button and in the audit.</summary>
internal static class ChangeSummary
{
    public static string Of(ChangeRequest change, Setting setting)
    {
        var place = change.Path.Length == 0 ? "the whole server" : change.Path;
        return (change.Action, setting.Type) switch
        {
            _ when change.Action == ChangeAction.Clear => $"Let {place} inherit {Lower(setting.Title)}",
            _ when setting == Settings.AllowSessionState => $"Turn ASP sessions {OnOff(change.Value)} for {place}",
            (_, SettingType.Boolean) => $"Turn {Lower(setting.Title)} {OnOff(change.Value)} for {place}",
            _ => $"Set {Lower(setting.Title)} to {change.Value} for {place}",
        };
    }

    private static string OnOff(string? value) => value == "true" ? "on" : "off";

    // "ASP session timeout" keeps its abbreviation, "Maximum sessions" does not keep its capital.
    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
