using System.Globalization;
using SessionState.Contracts;
using SessionState.Engine.Schema;
using SettingType = SessionState.Engine.Schema.SettingType;

namespace SessionState.Service.Changes;

/// <summary>A change in one phrase, as it stands on a button and in the audit.</summary>
internal static class ChangeSummary
{
    public static string Of(ChangeTarget target, Setting setting, string place) => (target.Action, setting.Type) switch
    {
        _ when target.Action == ChangeAction.Clear => $"Let {place} inherit {Lower(setting.Title)}",
        _ when setting == Settings.AllowSessionState => $"Turn ASP sessions {OnOff(target.Value)} for {place}",
        (_, SettingType.Boolean) => $"Turn {Lower(setting.Title)} {OnOff(target.Value)} for {place}",
        _ => $"Set {Lower(setting.Title)} to {target.Value} for {place}",
    };

    /// <summary>Several targets in one phrase: what they have in common, and how many they are.</summary>
    public static string Of(IReadOnlyList<PlannedTarget> targets)
    {
        var first = targets[0];
        if (targets is [_])
        {
            return first.Summary;
        }

        var isSame = targets.All(target => target.Wish == first.Wish);
        var nodes = targets.Select(target => target.Request.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return isSame ? first.Wish.Summary(first.Request, Count(nodes, "node")) : $"Change {Count(targets.Count, "setting")} at {Count(nodes, "node")}";
    }

    public static string PlaceOf(ChangeTarget target) => target.Path.Length == 0 ? "the whole server" : target.Path;

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string OnOff(string? value) => value == "true" ? "on" : "off";

    // "ASP session timeout" keeps its abbreviation, "Maximum sessions" does not keep its capital.
    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
