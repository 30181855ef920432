using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>A Service's nodes as this tool lists and explains them.</summary>
internal static class ServiceWords
{
    public static ListedSite ToSite(NodeRow row) => new(row.Name, row.SiteId, row.Detail ?? "");

    public static ListedApplication ToApplication(NodeDetails details)
    {
        var (site, path) = Split(details.Path);
        return new ListedApplication(site, path, details.ApplicationPool ?? "");
    }

    /// <summary>A virtual directory, or the root virtual directory of a site or application.</summary>
    public static ListedVirtualDirectory ToVirtualDirectory(NodeDetails details)
    {
        var owner = details.Application ?? details.Path;
        var (site, application) = Split(owner);
        var rest = details.Path[owner.Length..];
        return new ListedVirtualDirectory(site + application, rest.Length == 0 ? "/" : rest, details.PhysicalPath ?? "");
    }

    public static ExplainedNode ToExplained(NodeDetails details, ExplainRequest request) => new(
        details.Path,
        details.Kind,
        [
            .. from setting in request.Settings
               from value in details.Settings
               where value.Setting.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)
               select ToExplained(value, request.WithLadder),
        ],
        details.Diagnostics);

    private static ExplainedSetting ToExplained(SettingValue value, bool withLadder) => new(
        value.Setting, value.Title, value.Value, value.Default, value.Origin, value.Lock, withLadder ? value.Ladder : []);

    private static (string Site, string Path) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "/") : (path[..slash], path[slash..]);
    }
}
