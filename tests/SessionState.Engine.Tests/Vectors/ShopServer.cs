using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>
/// The server of the test vectors: site Shop (1) with application / in C:\shop, nested application /store in C:\shop\store, plain folder
/// /docs, virtual directory /pics in D:\pics; and site Other (2) in C:\other. Section asp is Deny, httpErrors and defaultDocument are Allow.
/// </summary>
internal sealed record ShopServer
{
    internal const string HostFile = "/srv/config/applicationHost.config";

    internal const string Sites = """
        <site name="Shop" id="1">
          <application path="/" applicationPool="ShopPool"><virtualDirectory path="/" physicalPath="C:\shop" />
            <virtualDirectory path="/pics" physicalPath="D:\pics" /></application>
          <application path="/store"><virtualDirectory path="/" physicalPath="C:\shop\store" /></application>
        </site>
        <site name="Other" id="2">
          <application path="/"><virtualDirectory path="/" physicalPath="C:\other" /></application>
        </site>
        """;

    /// <summary>overrideModeDefault of asp.</summary>
    internal string AspMode { get; init; } = "Deny";

    /// <summary>The sections' registrations.</summary>
    internal string? Sections { get; init; }

    internal string SitesContent { get; init; } = Sites;

    /// <summary>What else applicationHost.config holds.</summary>
    internal string Host { get; init; } = "";

    /// <summary>Folder on this machine (such as "/srv/shop") to the text of its web.config.</summary>
    internal Dictionary<string, string> WebConfigs { get; init; } = [];

    internal string HostText => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration>
          <configSections>{Sections ?? DefaultSections}</configSections>
          <system.applicationHost><sites>
            {SitesContent}
            <applicationDefaults applicationPool="DefaultAppPool" />
            <virtualDirectoryDefaults allowSubDirConfig="true" />
          </sites></system.applicationHost>
          {Host}
        </configuration>
        """;

    private string DefaultSections => $"""
        <sectionGroup name="system.webServer">
          <section name="asp" overrideModeDefault="{AspMode}" />
          <section name="httpErrors" overrideModeDefault="Allow" />
          <section name="defaultDocument" overrideModeDefault="Allow" />
        </sectionGroup>
        """;

    private static readonly Dictionary<string, string[]> Folders = new()
    {
        ["/srv/shop"] = ["docs", "store"],
        ["/srv/shop/store"] = ["inner"],
        ["/srv/pics"] = ["x"],
    };

    internal static string Asp(string value) => $"""<asp><session allowSessionState="{value}" /></asp>""";

    internal static string Group(string content) => $"<system.webServer>{content}</system.webServer>";

    internal static string Location(string path, string content, string attributes = "") =>
        $"""<location path="{path}" {attributes}>{Group(content)}</location>""";

    internal static string Web(string content) => $"<configuration>\n{content}\n</configuration>";

    internal ServerConfiguration Load()
    {
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, HostFile, HostText);
        return ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string> { ["systemdrive"] = "C:" }), Content);
    }

    internal EffectiveValue At(string path) => EffectiveValueReader.Read(Load().Find(path)!, Settings.AllowSessionState);

    internal string? ValueAt(string path, Setting? setting = null) =>
        EffectiveValueReader.Read(Load().Find(path)!, setting ?? Settings.AllowSessionState).Value;

    internal bool IsLockedAt(string path) => LockReader.Read(Load().Find(path)!, "system.webServer/asp").IsLocked;

    internal Diagnostic ErrorAt(string path)
    {
        var value = At(path);
        Assert.Null(value.Value);
        return value.Violation!.Diagnostic;
    }

    internal ImmutableArray<Diagnostic> DiagnosticsAt(string path) => NodeDiagnostics.Read(Load().Find(path)!);

    internal ContentRoot Content(Site site, VirtualDirectory directory) => directory.ExpandedPath switch
    {
        @"C:\shop" => Folder("/srv/shop"),
        @"C:\shop\store" => Folder("/srv/shop/store"),
        @"C:\other" => Folder("/srv/other"),
        @"D:\pics" => Folder("/srv/pics"),
        var missing => new ContentRoot(null, Diagnostic.Error(
            DiagnosticCodes.Unreadable, "Cannot read configuration file", missing + @"\web.config", null, "Create the folder.")),
    };

    /// <summary>Line of the first place in applicationHost.config that holds the text.</summary>
    internal int HostLine(string text) => LineOf(HostText, text);

    internal static int LineOf(string document, string text) =>
        new LineMap(document).PositionOf(document.IndexOf(text, StringComparison.Ordinal)).Line;

    private ContentRoot Folder(string path) => new(Folder("", path), null);

    private ContentFolder Folder(string name, string path) => new(
        name,
        path,
        WebConfigs.TryGetValue(path, out var text) ? ConfigurationFile.Read(ConfigurationFileKind.Web, path + "/web.config", text) : null,
        [.. Folders.GetValueOrDefault(path, []).Select(child => Folder(child, $"{path}/{child}"))]);
}
