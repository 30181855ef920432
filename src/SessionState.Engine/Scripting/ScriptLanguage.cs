namespace SessionState.Engine.Scripting;

/// <summary>A way to make a change on the server itself, with what IIS and Windows bring along.</summary>
public enum ScriptLanguage
{
    /// <summary>IIS's command line, for a command prompt.</summary>
    AppCmd,

    /// <summary>Windows PowerShell with the module WebAdministration.</summary>
    WebAdministration,

    /// <summary>Windows PowerShell with the module IISAdministration.</summary>
    IisAdministration,

    /// <summary>C# with Microsoft.Web.Administration.</summary>
    CSharp,

    /// <summary>JavaScript for Windows Script Host, with IIS's administration objects (AHADMIN).</summary>
    JavaScript,

    /// <summary>VBScript for Windows Script Host, with the same objects.</summary>
    VbScript,

    /// <summary>VBScript with IIS's WMI provider.</summary>
    WmiVbScript,

    /// <summary>PowerShell's CIM cmdlets with IIS's WMI provider.</summary>
    WmiPowerShell,
}
