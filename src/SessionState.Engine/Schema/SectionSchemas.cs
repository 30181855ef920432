using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>The sections that the product reads, from IIS_schema.xml ("ASP &lt;asp&gt;" in Microsoft's IIS configuration reference).</summary>
internal static class SectionSchemas
{
    internal static SectionSchema Asp { get; } = new()
    {
        Name = "system.webServer/asp",
        Group = "system.webServer",
        Root = new ElementSchema(
            "asp",
            "appAllowClientDebug", "appAllowDebugging", "errorsToNTLog", "logErrorRequests", "calcLineNumber", "codePage",
            "enableApplicationRestart", "enableAspHtmlFallback", "enableChunkedEncoding", "enableParentPaths", "exceptionCatchEnable",
            "lcid", "runOnEndAnonymously", "scriptErrorMessage", "scriptErrorSentToBrowser", "scriptLanguage", "bufferingOn"),
        Children =
        [
            new ElementSchema("session", "allowSessionState", "keepSessionIdSecure", "max", "timeout") { HoldsSettings = true },
            new ElementSchema("comPlus", "appServiceFlags", "sxsName", "partitionId", "trackThreadingModel", "executeInMta"),
            new ElementSchema(
                "cache",
                "diskTemplateCacheDirectory", "maxDiskTemplateCacheFiles", "scriptFileCacheSize", "scriptEngineCacheMax",
                "enableTypelibCache"),
            new ElementSchema(
                "limits",
                "scriptTimeout", "bufferingLimit", "maxRequestEntityAllowed", "processorThreadMax", "queueConnectionTestTime",
                "queueTimeout", "requestQueueMax"),
        ],
    };

    internal static ImmutableArray<SectionSchema> All { get; } = [Asp];

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
}
