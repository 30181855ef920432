using System.Globalization;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Listing;

/// <summary>The kinds of objects that can be listed, with IIS's names of their attributes.</summary>
internal static class ListedKinds
{
    // Only a running IIS knows whether a site is started; its own tool says so too when it cannot ask.
    private const string UnknownState = "Unknown";

    public static ListedKind<ListedSite> Sites { get; } = new(
        "SITE",
        [
            new("SITE.NAME", site => site.Name, Alias: "name"),
            new("SITE.ID", site => site.Id?.ToString(CultureInfo.InvariantCulture) ?? "", InLine: "id"),
            new("bindings", site => site.Bindings, InLine: "bindings"),
            new("state", _ => UnknownState, InLine: "state"),
        ],
        site => site.Name,
        (reader, cancellationToken) => reader.ListSitesAsync(cancellationToken));

    public static ListedKind<ListedApplication> Applications { get; } = new(
        "APP",
        [
            new("path", application => application.Path),
            new("APP.NAME", application => application.Name),
            new("APPPOOL.NAME", application => application.Pool, InLine: "applicationPool"),
            new("SITE.NAME", application => application.SiteName),
        ],
        application => application.Name,
        (reader, cancellationToken) => reader.ListApplicationsAsync(cancellationToken));

    public static ListedKind<ListedPool> ApplicationPools { get; } = new(
        "APPPOOL",
        [
            new("APPPOOL.NAME", pool => pool.Name, Alias: "name"),
            new("RuntimeVersion", pool => pool.Version, InLine: "MgdVersion", Alias: "managedRuntimeVersion"),
            new("PipelineMode", pool => pool.Mode, InLine: "MgdMode", Alias: "managedPipelineMode"),
            new("state", _ => UnknownState, InLine: "state"),
        ],
        pool => pool.Name,
        (reader, cancellationToken) => reader.ListPoolsAsync(cancellationToken));

    public static ListedKind<ListedVirtualDirectory> VirtualDirectories { get; } = new(
        "VDIR",
        [
            new("VDIR.NAME", directory => directory.Name),
            new("physicalPath", directory => directory.PhysicalPath, InLine: "physicalPath"),
            new("path", directory => directory.Path),
            new("APP.NAME", directory => directory.ApplicationName),
        ],
        directory => directory.Name,
        (reader, cancellationToken) => reader.ListVirtualDirectoriesAsync(cancellationToken));
}
