using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>
/// What else the section <c>system.webServer/asp</c> holds ("ASP &lt;asp&gt;" in Microsoft's IIS configuration reference). It is read, so that
/// the section can be shown whole, and not changed: what people are granted here is about sessions.
/// </summary>
public static class AspSettings
{
    private const string NotAboutSessions = "It is not about sessions, so it is shown and not changed here.";

    /// <summary>The attributes that are no setting of sessions, in the schema's order.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Flag("", "appAllowClientDebug", "false"),
        Flag("", "appAllowDebugging", "false"),
        Flag("", "errorsToNTLog", "false"),
        Flag("", "logErrorRequests", "true"),
        Flag("", "calcLineNumber", "true"),
        Number("", "codePage", "0"),
        Flag("", "enableApplicationRestart", "true"),
        Flag("", "enableAspHtmlFallback", "true"),
        Flag("", "enableChunkedEncoding", "true"),
        Flag("", "enableParentPaths", "false"),
        Flag("", "exceptionCatchEnable", "true"),
        Number("", "lcid", "0"),
        Flag("", "runOnEndAnonymously", "true"),
        Text("", "scriptErrorMessage", "An error occurred on the server when processing the URL. Please contact the system administrator."),
        Flag("", "scriptErrorSentToBrowser", "false"),
        Text("", "scriptLanguage", "VBScript"),
        Flag("", "bufferingOn", "true"),
        Text("comPlus", "appServiceFlags", "None"),
        Text("comPlus", "sxsName", ""),
        Text("comPlus", "partitionId", "00000000-0000-0000-0000-000000000000"),
        Flag("comPlus", "trackThreadingModel", "false"),
        Flag("comPlus", "executeInMta", "false"),
        Text("cache", "diskTemplateCacheDirectory", @"%SystemDrive%\inetpub\temp\ASP Compiled Templates"),
        Number("cache", "maxDiskTemplateCacheFiles", "2000"),
        Number("cache", "scriptFileCacheSize", "500"),
        Number("cache", "scriptEngineCacheMax", "250"),
        Flag("cache", "enableTypelibCache", "true"),
        Span("limits", "scriptTimeout", "00:01:30"),
        Number("limits", "bufferingLimit", "4194304"),
        Number("limits", "maxRequestEntityAllowed", "200000"),
        Number("limits", "processorThreadMax", "25"),
        Span("limits", "queueConnectionTestTime", "00:00:03"),
        Span("limits", "queueTimeout", "00:00:00"),
        Number("limits", "requestQueueMax", "3000"),
    ];

    private static Setting Flag(string element, string attribute, string standard) => Row(element, attribute, SettingType.Boolean, standard);

    private static Setting Number(string element, string attribute, string standard) => Row(element, attribute, SettingType.UnsignedInteger, standard);

    private static Setting Span(string element, string attribute, string standard) => Row(element, attribute, SettingType.TimeSpan, standard);

    private static Setting Text(string element, string attribute, string standard) => Row(element, attribute, SettingType.Text, standard);

    private static Setting Row(string element, string attribute, SettingType type, string standard) => new()
    {
        Title = $"ASP {attribute}",
        Section = "system.webServer/asp",
        Element = element,
        Attribute = attribute,
        Type = type,
        Default = standard,
        IsEditable = false,
        IsAdvanced = true,
        Note = NotAboutSessions,
    };
}
