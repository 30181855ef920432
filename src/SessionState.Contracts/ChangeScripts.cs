namespace SessionState.Contracts;

/// <summary>A way to make a change on the server itself, without this product.</summary>
public enum ScriptLanguage
{
    /// <summary>IIS's command line.</summary>
    AppCmd,

    /// <summary>Windows PowerShell with the module WebAdministration.</summary>
    WebAdministration,

    /// <summary>Windows PowerShell with the module IISAdministration.</summary>
    IisAdministration,

    /// <summary>C# with Microsoft.Web.Administration.</summary>
    CSharp,

    /// <summary>JavaScript for Windows Script Host.</summary>
    JavaScript,

    /// <summary>VBScript for Windows Script Host.</summary>
    VbScript,

    /// <summary>VBScript with IIS's WMI provider.</summary>
    WmiVbScript,

    /// <summary>PowerShell's CIM cmdlets with IIS's WMI provider.</summary>
    WmiPowerShell,

    /// <summary>The files themselves, as a unified diff for <c>git apply</c> and <c>patch</c>.</summary>
    UnifiedDiff,
}

/// <summary>Write a change as a script. Nothing is changed.</summary>
/// <param name="Change">The change; its revision does not matter.</param>
/// <param name="Language">In which language.</param>
public sealed record ChangeScriptsRequest(ChangeRequest Change, ScriptLanguage Language);

/// <summary>A change as a script, and what takes it back.</summary>
/// <param name="Apply">Makes the change.</param>
/// <param name="Undo">Puts back what stands there now.</param>
public sealed record ChangeScripts(ScriptInfo Apply, ScriptInfo Undo);

/// <summary>A script, or why there is none.</summary>
/// <param name="Text">What to paste, with LF line ends; null where it is not possible.</param>
/// <param name="FileText">The same as the content of a UTF-8 file, which may need more and has the line ends of its kind; null where it is not possible.</param>
/// <param name="Impossible">Why the language cannot make the change; null where it can.</param>
/// <param name="Notes">What somebody who runs it should know.</param>
public sealed record ScriptInfo(string? Text, string? FileText, string? Impossible, IReadOnlyList<string> Notes);
