using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Schema;

/// <summary>
/// The sections that the product reads, from IIS_schema.xml and ASPNET_schema.xml ("ASP &lt;asp&gt;" in Microsoft's IIS configuration
/// reference; "sessionState Element", "pages Element" and "sessionPageState Element" in ASP.NET's).
/// </summary>
internal static class SectionSchemas
{
    internal static SectionSchema Asp { get; } = new(
        "system.webServer/asp",
        new(
            "asp",
            "appAllowClientDebug", "appAllowDebugging", "errorsToNTLog", "logErrorRequests", "calcLineNumber", "codePage",
            "enableApplicationRestart", "enableAspHtmlFallback", "enableChunkedEncoding", "enableParentPaths", "exceptionCatchEnable",
            "lcid", "runOnEndAnonymously", "scriptErrorMessage", "scriptErrorSentToBrowser", "scriptLanguage", "bufferingOn"),
        new("session", "allowSessionState", "keepSessionIdSecure", "max", "timeout") { HoldsSettings = true },
        new("comPlus", "appServiceFlags", "sxsName", "partitionId", "trackThreadingModel", "executeInMta"),
        new(
            "cache",
            "diskTemplateCacheDirectory", "maxDiskTemplateCacheFiles", "scriptFileCacheSize", "scriptEngineCacheMax",
            "enableTypelibCache"),
        new(
            "limits",
            "scriptTimeout", "bufferingLimit", "maxRequestEntityAllowed", "processorThreadMax", "queueConnectionTestTime",
            "queueTimeout", "requestQueueMax"));

    internal static SectionSchema SessionState { get; } = new(
        "system.web/sessionState",
        new("sessionState", [.. SessionStateSettings.All.Select(setting => setting.Attribute)]) { HoldsSettings = true },
        new ElementSchema("providers") { IsOpaque = true })
    {
        Evaluator = Evaluator.Managed,
        AllowDefinition = AllowDefinition.MachineToApplication,
    };

    internal static SectionSchema Pages { get; } = new(
        "system.web/pages",
        new(
            "pages",
            "enableSessionState", "buffer", "enableViewState", "enableViewStateMac", "enableEventValidation", "smartNavigation",
            "autoEventWireup", "pageBaseType", "userControlBaseType", "pageParserFilterType", "validateRequest", "masterPageFile", "theme",
            "styleSheetTheme", "maxPageStateFieldLength", "compilationMode", "viewStateEncryptionMode", "asyncTimeout",
            "maintainScrollPositionOnPostBack", "clientIDMode", "controlRenderingCompatibilityVersion",
            "renderAllHiddenFieldsAtTopOfForm")
        {
            HoldsSettings = true,
            IsOpen = true,
        },
        new("namespaces") { IsOpaque = true },
        new("controls") { IsOpaque = true },
        new("tagMapping") { IsOpaque = true },
        new ElementSchema("ignoreDeviceFilters") { IsOpaque = true })
    {
        Evaluator = Evaluator.Managed,
    };

    internal static SectionSchema SessionPageState { get; } = new(
        "system.web/sessionPageState", new ElementSchema("sessionPageState", "historySize") { HoldsSettings = true })
    {
        Evaluator = Evaluator.Managed,
    };

    internal static ImmutableArray<SectionSchema> All { get; } = [Asp, SessionState, Pages, SessionPageState];

    /// <summary>The section of that group and element name; null for one that holds no setting.</summary>
    internal static SectionSchema? Find(string group, string element)
    {
        foreach (var schema in All)
        {
            if (schema.Root.Name == element && schema.Group == group)
            {
                return schema;
            }
        }

        return null;
    }

    /// <summary>The section of that full name; null for one that holds no setting.</summary>
    internal static SectionSchema? Find(string name)
    {
        foreach (var schema in All)
        {
            if (schema.Name == name)
            {
                return schema;
            }
        }

        return null;
    }
}
