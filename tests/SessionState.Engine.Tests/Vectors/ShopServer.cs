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

    internal const string MachineSections = """
        <section name="sessionState" allowDefinition="MachineToApplication" /><section name="pages" /><section name="sessionPageState" />
        """;

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

    /// <summary>Content of applicationPools; "" for none.</summary>
    internal string Pools { get; init; } = "";

    /// <summary>The .NET Framework's files; none: its own defaults hold.</summary>
    internal ImmutableArray<FrameworkFiles> Frameworks { get; init; } = [];

    /// <summary>Other files beside web.config files, by full path on this machine.</summary>
    internal Dictionary<string, string> Sources { get; init; } = [];

    /// <summary>Folder on this machine (such as "/srv/shop") to the text of its web.config.</summary>
    internal Dictionary<string, string> WebConfigs { get; init; } = [];

    internal string HostText => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration>
          <configSections>{Sections ?? DefaultSections}</configSections>
          <system.applicationHost>{(Pools.Length == 0 ? "" : $"<applicationPools>{Pools}</applicationPools>")}<sites>
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
        return ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string> { ["systemdrive"] = "C:" }), Content, Frameworks);
    }

    /// <summary>machine.config with those sections of system.web registered, and whatever else it holds.</summary>
    internal static ConfigurationFile Machine(string folder, string sections = MachineSections, string content = "") => ConfigurationFile.Read(
        ConfigurationFileKind.Machine,
        $"/srv/{folder}/machine.config",
        $"<configuration>\n<configSections><sectionGroup name=\"system.web\">{sections}</sectionGroup></configSections>\n{content}\n</configuration>");

    internal static ConfigurationFile RootWeb(string folder, string content) =>
        ConfigurationFile.Read(ConfigurationFileKind.RootWeb, $"/srv/{folder}/web.config", Web(content));

    internal static string WebGroup(string content) => $"<system.web>{content}</system.web>";

    internal static string Mode(string value) => WebGroup($"<sessionState mode=\"{value}\" />");

    internal static string WebLocation(string path, string content, string attributes = "") =>
        $"<location path=\"{path}\" {attributes}>{content}</location>";

    internal EffectiveValue At(string path) => EffectiveValueReader.Read(Load().Find(path)!, Settings.AllowSessionState);

    internal EffectiveValue At(string path, Setting setting) => EffectiveValueReader.Read(Load().Find(path)!, setting);

    internal ImmutableArray<LadderStep> LadderAt(string path, Setting setting) => LadderReader.Read(Load().Find(path)!, setting);

    internal Diagnostic ErrorAt(string path, Setting setting)
    {
        var value = At(path, setting);
        Assert.Null(value.Value);
        return value.Violation!.Diagnostic;
    }

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
        WebConfigs.TryGetValue(path, out var text) ? ConfigurationFile.Read(ConfigurationFileKind.Web, path + "/web.config", text, source => Source(path, source)) : null,
        [.. Folders.GetValueOrDefault(path, []).Select(child => Folder(child, $"{path}/{child}"))]);

    private SectionSource Source(string folder, string name)
    {
        var path = $"{folder}/{name.Replace('\\', '/')}";
        return Sources.TryGetValue(path, out var text)
            ? new(name, path, System.Text.Encoding.UTF8.GetBytes(text), null)
            : new(name, path, default, Diagnostic.Error(DiagnosticCodes.Unreadable, $"The file {path} does not exist.", path, null, null));
    }
}
