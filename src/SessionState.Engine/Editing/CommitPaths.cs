using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>Configuration paths as tools name the file to write: "MACHINE/WEBROOT/APPHOST" and below it the nodes.</summary>
internal static class CommitPaths
{
    public const string ApplicationHost = "MACHINE/WEBROOT/APPHOST";

    public const string RootWeb = "MACHINE/WEBROOT";

    public static string Of(ConfigurationNode node) => node.Depth < 0 ? RootWeb : node.Path.Length == 0 ? ApplicationHost : $"{ApplicationHost}/{node.Path}";

    public static bool AreSame(string left, string right) =>
        left.TrimEnd('/').Equals(right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
