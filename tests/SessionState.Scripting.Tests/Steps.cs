using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests;

/// <summary>Builds steps.</summary>
internal static class Steps
{
    public const string ApplicationHost = "MACHINE/WEBROOT/APPHOST";
    public const string RootWeb = "MACHINE/WEBROOT";
    public const string Asp = "system.webServer/asp";
    public const string AspNetSession = "system.web/sessionState";

    /// <summary>A value for a node, in applicationHost.config.</summary>
    public static ScriptStep Set(string path, Setting setting, string value) =>
        new(ScriptVerb.Set, path, setting.Section, ApplicationHost, path.Length == 0 ? null : path) { Setting = setting, Value = value };

    /// <summary>A value for a node, in its own web.config.</summary>
    public static ScriptStep SetOwn(string path, Setting setting, string value) =>
        new(ScriptVerb.Set, path, setting.Section, $"{ApplicationHost}/{path}", null) { Setting = setting, Value = value };

    public static ScriptStep Clear(string path, Setting setting) =>
        Set(path, setting, "") with { Verb = ScriptVerb.Clear, Value = null, EmptiesSection = true };

    public static ScriptStep ClearOwn(string path, Setting setting) =>
        SetOwn(path, setting, "") with { Verb = ScriptVerb.Clear, Value = null, EmptiesSection = true };

    public static ScriptStep Lock(ScriptVerb verb, string path, string section = Asp) =>
        new(verb, path, section, ApplicationHost, path.Length == 0 ? null : path);
}
