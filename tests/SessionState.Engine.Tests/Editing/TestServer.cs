using System.Collections.Immutable;
using System.Text;
using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Joint;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Editing.Repairs;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Editing;

/// <summary>A server whose files are in memory. Folders are those that a file is in, and those named.</summary>
internal sealed class TestServer
{
    public const string ApplicationHost = "/config/applicationHost.config";

    public const string RootWebConfig = "/net/web.config";

    private readonly Dictionary<string, byte[]> _files;
    private readonly string[] _folders;

    private TestServer(Dictionary<string, byte[]> files, string[] folders)
    {
        (_files, _folders) = (files, folders);
        var applicationHost = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, ApplicationHost, files[ApplicationHost]);
        Server = ServerConfiguration.Build(applicationHost, ServerLayout.Read(applicationHost, new Dictionary<string, string>()), Content, Frameworks());
    }

    public ServerConfiguration Server { get; }

    /// <summary>Whether plans are told that a text is the one that the snapshot's file was read from.</summary>
    public bool KnowsItsTexts { get; init; }

    public TestServer Knowing => new(_files, _folders) { KnowsItsTexts = true };

    /// <summary>
    /// Site Shop (application / in /shop, application /store in /shop/store, folder docs, virtual directory /pics), site Other in /other.
    /// </summary>
    /// <param name="aspDefault">overrideModeDefault of system.webServer/asp.</param>
    /// <param name="content">What applicationHost.config holds besides, as its last lines.</param>
    /// <param name="files">Other files: path and text.</param>
    public static TestServer Shop(string aspDefault = "Deny", string content = "", params (string Path, string Text)[] files) =>
        Create(ApplicationHostConfig(aspDefault, content), files);

    public static TestServer Create(string applicationHost, params (string Path, string Text)[] files) => new(
        files.Append((ApplicationHost, applicationHost)).ToDictionary(file => file.Item1, file => Encoding.UTF8.GetBytes(file.Item2)),
        ["/shop", "/shop/docs", "/shop/store", "/pics", "/other"]);

    public static string ApplicationHostConfig(string aspDefault = "Deny", string content = "", string other = "/other") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration>

            <configSections>
                <sectionGroup name="system.applicationHost">
                    <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                </sectionGroup>
                <sectionGroup name="system.webServer">
                    <section name="asp" overrideModeDefault="{aspDefault}" />
                    <section name="httpErrors" overrideModeDefault="Allow" />
                </sectionGroup>
            </configSections>

            <system.applicationHost>
                <sites>
                    <site name="Shop" id="1">
                        <application path="/">
                            <virtualDirectory path="/" physicalPath="/shop" />
                            <virtualDirectory path="/pics" physicalPath="/pics" userName="u" password="[enc:AesProvider::enc]" />
                        </application>
                        <application path="/store">
                            <virtualDirectory path="/" physicalPath="/shop/store" />
                        </application>
                    </site>
                    <site name="Other" id="2">
                        <application path="/">
                            <virtualDirectory path="/" physicalPath="{other}" />
                        </application>
                    </site>
                </sites>
            </system.applicationHost>
        {content}
        </configuration>

        """;

    public static string WebConfig(string allowSessionState) =>
        DocumentEditing.Document(DocumentEditing.Asp($"<session allowSessionState=\"{allowSessionState}\" />"));

    public string Text(string file) => Encoding.UTF8.GetString(_files[file]);

    public EffectiveValue Value(string path) => EffectiveValueReader.Read(Server.Find(path)!, Settings.AllowSessionState);

    public EditResult TrySet(string path, string value = "false", string? at = null) =>
        EditPlanner.Plan(Server, new(path, Settings.AllowSessionState, EditAction.Set, value, at), Source);

    public EditResult TryClear(string path, string? at = null) =>
        EditPlanner.Plan(Server, new(path, Settings.AllowSessionState, EditAction.Clear, null, at), Source);

    public EditResult Try(string path, Setting setting, string? value, string? at = null) =>
        EditPlanner.Plan(Server, new(path, setting, value is null ? EditAction.Clear : EditAction.Set, value, at), Source);

    public EditPlan Set(string path, Setting setting, string? value, string? at = null) => Planned(Try(path, setting, value, at));

    public EditPlan Set(string path, string value = "false", string? at = null) => Planned(TrySet(path, value, at));

    public EditPlan Clear(string path, string? at = null) => Planned(TryClear(path, at));

    public EditRefusal Refuse(string path, string value = "false", string? at = null) =>
        Assert.IsType<EditRefusal>(TrySet(path, value, at).Refusal);

    public PlanResult<LockPlan> TryLock(string path, OverrideMode mode, string? at = null) =>
        LockPlanner.Plan(Server, new(path, Settings.AllowSessionState.Section, mode, at), Source);

    public PlanResult<RepairPlan> TryRepair(string path) =>
        RepairPlanner.Plan(Server, new(path, Settings.AllowSessionState.Section), Source);

    public RepairPlan Repair(string path)
    {
        var result = TryRepair(path);
        Assert.Null(result.Refusal);
        return result.Plan!;
    }

    public LockPlan Lock(string path, OverrideMode mode, string? at = null)
    {
        var result = TryLock(path, mode, at);
        Assert.Null(result.Refusal);
        return result.Plan!;
    }

    public EditRefusal RefuseLock(string path, OverrideMode mode, string? at = null) =>
        Assert.IsType<EditRefusal>(TryLock(path, mode, at).Refusal);

    public JointResult TryJoin(params IReadOnlyList<PlanStep> steps) => JointPlanner.Plan(Server, steps, Source);

    /// <summary>The server after the plan was written to its files.</summary>
    public TestServer Apply(ConfigurationPlan plan) => Apply(plan.Files);

    public TestServer Apply(IEnumerable<FileEdit> edits)
    {
        var files = new Dictionary<string, byte[]>(_files);
        foreach (var edit in edits)
        {
            files[edit.File] = edit.Encode();
        }

        return new(files, _folders) { KnowsItsTexts = KnowsItsTexts };
    }

    private static EditPlan Planned(EditResult result)
    {
        Assert.Null(result.Refusal);
        return result.Plan!;
    }

    private SourceText? Source(string file)
    {
        if (!_files.TryGetValue(file, out var bytes))
        {
            return null;
        }

        var source = SourceText.Decode(bytes, file, out _) ?? throw new InvalidOperationException(file);
        var known = file == ApplicationHost ? Server.ApplicationHost : (Server.NodesServedBy(file) is [var node, ..] ? node.WebConfig : null);
        return KnowsItsTexts && known is not null ? source.KnownAs(known) : source;
    }

    private ContentRoot Content(Site site, VirtualDirectory directory) => new(Folder(directory.ExpandedPath, ""), null);

    private ContentFolder Folder(string path, string name)
    {
        var file = path + "/web.config";
        var webConfig = _files.TryGetValue(file, out var bytes) ? ConfigurationFile.Read(ConfigurationFileKind.Web, file, bytes) : null;
        var names = _files.Keys.Select(key => key[..key.LastIndexOf('/')]).Concat(_folders)
            .Where(folder => folder.StartsWith(path + "/", StringComparison.Ordinal))
            .Select(folder => folder[(path.Length + 1)..].Split('/')[0])
            .Distinct(StringComparer.Ordinal);
        return new(name, path, webConfig, [.. names.Select(child => Folder($"{path}/{child}", child))]);
    }

    // The .NET Framework's files, where the server has some.
    private ImmutableArray<FrameworkFiles> Frameworks() => _files.TryGetValue(RootWebConfig, out var root)
        ? [new(null, null, null, ConfigurationFile.Read(ConfigurationFileKind.RootWeb, RootWebConfig, root))]
        : [];
}
