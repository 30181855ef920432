using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Xml;

/// <summary>How much of a file we are willing to read, so that no file can take the process down.</summary>
internal static class XmlLimits
{
    internal const int Depth = 64;
    internal const int AttributesPerElement = 256;
    internal const int AttributeLength = 64 * 1024;
    internal const int NameLength = 512;
    internal const int Elements = 1_000_000;

    // IIS itself refuses a web.config above 250 KB (MaxWebConfigFileSizeInKB).
    internal const int WebConfigBytes = 256_000;
    internal const int OtherFileBytes = 64 * 1024 * 1024;

    internal static int BytesOf(ConfigurationFileKind kind) =>
        kind == ConfigurationFileKind.Web ? WebConfigBytes : OtherFileBytes;
}
