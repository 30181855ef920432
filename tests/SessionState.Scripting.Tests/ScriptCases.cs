using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;
using static SessionState.Scripting.Tests.Steps;

namespace SessionState.Scripting.Tests;

/// <summary>The changes whose scripts are kept and reviewed.</summary>
internal static class ScriptCases
{
    private static readonly (string Name, string Path)[] Levels =
        [("server", ""), ("site", "Shop"), ("application", "Shop/store"), ("folder", "Shop/store/docs"), ("file", "Shop/store/default.asp")];

    public static IReadOnlyList<ScriptCase> All { get; } =
        [.. OfLevels(), .. OfOwnFiles(), .. OfAspSettings(), .. OfAspNet(), .. OfLocks(), .. OfNames(), .. OfSeveral()];

    private static IEnumerable<ScriptCase> OfLevels() => Levels.SelectMany(level => new ScriptCase[]
    {
        new($"asp-{level.Name}-off", Set(level.Path, Settings.AllowSessionState, "false")),
        new($"asp-{level.Name}-on", Set(level.Path, Settings.AllowSessionState, "true")),
        new($"asp-{level.Name}-inherit", Clear(level.Path, Settings.AllowSessionState)),
    });

    private static IEnumerable<ScriptCase> OfOwnFiles() =>
    [
        new("asp-own-site-off", SetOwn("Shop", Settings.AllowSessionState, "false")),
        new("asp-own-application-off", SetOwn("Shop/store", Settings.AllowSessionState, "false")),
        new("asp-own-folder-off", SetOwn("Shop/store/docs", Settings.AllowSessionState, "false")),
        new("asp-own-application-inherit", ClearOwn("Shop/store", Settings.AllowSessionState)),
        new("asp-own-application-inherit-beside-others", ClearOwn("Shop/store", Settings.AllowSessionState) with { EmptiesSection = false }),
        new("asp-tag-of-site-for-folder", SetOwn("Shop", Settings.AllowSessionState, "false") with { Path = "Shop/docs", LocationPath = "docs" }),
        new("asp-tag-of-application-for-file", SetOwn("Shop/store", Settings.AllowSessionState, "true") with
        {
            Path = "Shop/store/docs/a b.asp",
            LocationPath = "docs/a b.asp",
        }),
    ];

    private static IEnumerable<ScriptCase> OfAspSettings() =>
    [
        new("asp-timeout", Set("Shop", Settings.Timeout, "00:10:00")),
        new("asp-timeout-days", Set("Shop", Settings.Timeout, "2.00:00:00")),
        new("asp-max", Set("Shop", Settings.Max, "1000")),
        new("asp-max-unlimited", Set("", Settings.Max, "4294967295")),
        new("asp-secure-id", Set("Shop/store", Settings.KeepSessionIdSecure, "false")),
        new(
            "asp-three-values-of-one-place",
            Set("Shop", Settings.AllowSessionState, "true"),
            Set("Shop", Settings.Max, "1000"),
            Set("Shop", Settings.Timeout, "00:10:00")),
    ];

    private static IEnumerable<ScriptCase> OfAspNet() =>
    [
        .. new[] { "Off", "InProc", "StateServer", "SQLServer", "Custom" }.Select(mode =>
            new ScriptCase($"aspnet-mode-{mode}", SetOwn("Shop/store", SessionStateSettings.Mode, mode))),
        new("aspnet-mode-inherit", ClearOwn("Shop/store", SessionStateSettings.Mode)),
        new("aspnet-mode-of-server", RootWeb("", SessionStateSettings.Mode, "Off")),
        new("aspnet-mode-tag-in-root", RootWeb("Shop", SessionStateSettings.Mode, "Off")),
        new("aspnet-mode-ignored", Set("Shop", SessionStateSettings.Mode, "Off")),
        new("aspnet-timeout", SetOwn("Shop", SessionStateSettings.Timeout, "40")),
        new("aspnet-timeout-infinite", SetOwn("Shop", SessionStateSettings.Timeout, "Infinite")),
        new("aspnet-cookieless", SetOwn("Shop", SessionStateSettings.Cookieless, "UseUri")),
        new("aspnet-cookie-name", SetOwn("Shop", SessionStateSettings.CookieName, "It's#1")),
        new("aspnet-cookie-same-site", SetOwn("Shop", SessionStateSettings.CookieSameSite, "Strict")),
        new("aspnet-regenerate", SetOwn("Shop", SessionStateSettings.RegenerateExpiredSessionId, "false")),
        new("aspnet-compression", SetOwn("Shop", SessionStateSettings.CompressionEnabled, "true")),
        new("aspnet-sql-timeout", SetOwn("Shop", SessionStateSettings.SqlCommandTimeout, "90")),
        new("aspnet-sql-retry", SetOwn("Shop", SessionStateSettings.SqlConnectionRetryInterval, "5")),
        new("aspnet-pages-read-only", SetOwn("Shop/store/docs", PageSettings.EnableSessionState, "ReadOnly")),
        new("aspnet-pages-off", SetOwn("Shop", PageSettings.EnableSessionState, "false")),
        new("aspnet-history", SetOwn("Shop", PageSettings.HistorySize, "4")),
        new("aspnet-invalid-value", SetOwn("Shop", SessionStateSettings.Mode, "off")),
    ];

    private static IEnumerable<ScriptCase> OfLocks() =>
    [
        .. from verb in new[] { ScriptVerb.Unlock, ScriptVerb.Lock, ScriptVerb.InheritLock }
           from level in Levels.Take(3)
           select new ScriptCase($"{verb}-{level.Name}".ToLowerInvariant(), Lock(verb, level.Path)),
        new("lock-below-web-config", Lock(ScriptVerb.Lock, "Shop/store") with { CommitPath = $"{ApplicationHost}/Shop/store", LocationPath = null }),
        new("lock-aspnet-server", Lock(ScriptVerb.Lock, "", AspNetSession) with { CommitPath = Steps.RootWeb }),
        new("unlock-aspnet-application-host", Lock(ScriptVerb.Unlock, "", AspNetSession)),
        new("repair", new ScriptStep(ScriptVerb.Repair, "Shop", Asp, $"{ApplicationHost}/Shop", null)),
    ];

    private static IEnumerable<ScriptCase> OfNames() => HostileNames.All.Select((name, index) =>
        new ScriptCase($"name-{index + 1:00}", Set(name, Settings.AllowSessionState, "false"), SetOwn(name + "/app", Settings.AllowSessionState, "true")));

    private static IEnumerable<ScriptCase> OfSeveral() =>
    [
        new("several-sites", Set("Shop", Settings.AllowSessionState, "false"), Set("Other", Settings.AllowSessionState, "false")),
        new(
            "several-files",
            Set("Shop", Settings.AllowSessionState, "false"),
            SetOwn("Shop/store", SessionStateSettings.Mode, "Off"),
            Clear("Other", Settings.Timeout),
            Lock(ScriptVerb.Lock, "Other")),
        new("several-one-impossible", Set("Shop", Settings.AllowSessionState, "false"), Set("Shop", SessionStateSettings.Mode, "Off")),
    ];

    private static ScriptStep RootWeb(string path, Setting setting, string value) =>
        Set(path, setting, value) with { CommitPath = Steps.RootWeb };
}
