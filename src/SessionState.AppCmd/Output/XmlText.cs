namespace SessionState.AppCmd.Output;

/// <summary>Text inside XML.</summary>
internal static class XmlText
{
    /// <summary>A value for between double quotes.</summary>
    public static string Attribute(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\t", "&#9;", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal)
        .Replace("\r", "&#13;", StringComparison.Ordinal);
}
