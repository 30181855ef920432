using SessionState.Contracts;

namespace SessionState.AppCmd.Scripting;

/// <summary>Languages as <c>/language:</c> names them.</summary>
internal static class ScriptLanguages
{
    private static readonly Dictionary<string, ScriptLanguage> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["powershell"] = ScriptLanguage.WebAdministration,
        ["c#"] = ScriptLanguage.CSharp,
        ["js"] = ScriptLanguage.JavaScript,
        ["vbs"] = ScriptLanguage.VbScript,
        ["wmi"] = ScriptLanguage.WmiVbScript,
        ["cim"] = ScriptLanguage.WmiPowerShell,
        ["diff"] = ScriptLanguage.UnifiedDiff,
    };

    /// <summary>The names in the contract's spelling.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetNames<ScriptLanguage>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static ScriptLanguage? Find(string name) =>
        ByName.TryGetValue(name, out var language) ? language
        : Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<ScriptLanguage>(name, ignoreCase: true)
        : null;
}
