using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Scripts;

/// <summary>A language as it is offered.</summary>
/// <param name="Language">The language.</param>
/// <param name="Group">What it belongs to, for people.</param>
/// <param name="Title">Its name.</param>
/// <param name="Extension">How its files end.</param>
/// <param name="Usage">Where and how it is run, in one sentence.</param>
public sealed record ScriptKind(ScriptLanguage Language, string Group, string Title, string Extension, string Usage)
{
    private const string CommandLine = "Command line";
    private const string PowerShell = "PowerShell";
    private const string Script = "Scripts";
    private const string Files = "Configuration files";

    public static IReadOnlyList<ScriptKind> All { get; } =
    [
        new(ScriptLanguage.AppCmd, CommandLine, "Appcmd.exe", ".cmd", "In a command prompt on the server, as administrator."),
        new(ScriptLanguage.WebAdministration, PowerShell, "WebAdministration", ".ps1", "In Windows PowerShell on the server, as administrator."),
        new(ScriptLanguage.IisAdministration, PowerShell, "IISAdministration", ".ps1", "In Windows PowerShell on Windows Server 2016 or later, as administrator."),
        new(ScriptLanguage.WmiPowerShell, PowerShell, "WMI (CIM cmdlets)", ".ps1", "In Windows PowerShell on the server, as administrator."),
        new(ScriptLanguage.WmiVbScript, Script, "WMI (VBScript)", ".vbs", "With cscript.exe on the server, as administrator."),
        new(ScriptLanguage.JavaScript, Script, "JavaScript", ".js", "With cscript.exe on the server, as administrator."),
        new(ScriptLanguage.VbScript, Script, "VBScript", ".vbs", "With cscript.exe on the server, as administrator."),
        new(ScriptLanguage.CSharp, Script, "C#", ".cs", "A program for the server that references Microsoft.Web.Administration; runs as administrator."),
        new(ScriptLanguage.UnifiedDiff, Files, "Unified diff", ".diff", "With git apply, or patch --binary -p1, in the folder that the paths begin in."),
    ];

    public static ScriptKind Of(ScriptLanguage language) => All.First(kind => kind.Language == language);

    /// <summary>A name for the file that says what it is and hurts nowhere.</summary>
    public string FileName(bool isUndo) => (isUndo ? "take-back-session-state" : "change-session-state") + Extension;
}
