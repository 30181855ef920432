using SessionState.Contracts;
using SessionState.Engine.Schema;

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
        [.. request.Settings.Select(setting => ToExplained(details, setting, request.WithLadder)).OfType<ExplainedSetting>()],
        details.Diagnostics);

    // Of what is no setting of sessions the Service tells only what is set; the rest has its default, unless the section is in error.
    private static ExplainedSetting? ToExplained(NodeDetails details, Setting setting, bool withLadder)
    {
        if (details.Settings.FirstOrDefault(value => value.Setting.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return ToExplained(known, withLadder);
        }

        if (!AspSettings.All.Contains(setting))
        {
            return null;
        }

        var other = details.Others.FirstOrDefault(value => value.Attribute.Equals(setting.Name, StringComparison.OrdinalIgnoreCase));
        var main = details.Settings.FirstOrDefault(value => value.Section == setting.Section || value.Setting.StartsWith(setting.Section, StringComparison.Ordinal));
        var isInError = main is { Value: null };
        return new(
            setting.Name, setting.Title, isInError ? null : other?.Value ?? setting.Default, setting.Default, other?.Origin, main?.Lock ?? new(false, null, null, null), []);
    }

    private static ExplainedSetting ToExplained(SettingValue value, bool withLadder) => new(
        value.Setting, value.Title, value.Value, value.Default, value.Origin, value.Lock, withLadder ? value.Ladder : []);

    private static (string Site, string Path) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "/") : (path[..slash], path[slash..]);
    }
}
