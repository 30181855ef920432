using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Files.Tests.Reading;

public sealed class FrameworkTests
{
    private const string Machine = """
        <configuration><configSections><sectionGroup name="system.web"><section name="sessionState" allowDefinition="MachineToApplication" />
        <section name="pages" /><section name="sessionPageState" /></sectionGroup></configSections></configuration>
        """;

    private static string Mode(string mode) => $"<configuration><system.web><sessionState mode=\"{mode}\" /></system.web></configuration>";

    [Fact]
    public void Load_WindowsFolderOfThePathMap_FindsTheFrameworksFiles()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("windows/microsoft.net/Framework64/V4.0.30319/Config/Machine.config", Machine);
        var root = server.Write("windows/microsoft.net/Framework64/V4.0.30319/Config/web.config", Mode("StateServer"));

        var snapshot = Load(server).Current;

        Assert.Equal("StateServer", ModeAt(snapshot, "One"));
        Assert.Contains(root, snapshot.Files.Keys);
        Assert.Equal(("v4.0", true), snapshot.Server.Frameworks.Select(files => (files.Version, files.Is64Bit)).Single());
        Assert.Empty(snapshot.Server.Diagnostics);
    }

    [Fact]
    public void Load_NamedFiles_HoldForEveryPool()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var options = server.Options with
        {
            MachineConfig = server.Write("net/machine.config", Machine),
            RootWebConfig = server.Write("net/web.config", Mode("Off")),
        };

        Assert.Equal("Off", ModeAt(server.Load(options).Current, "One"));
    }

    [Fact]
    public void Load_NamedFileThatIsMissing_IsAWarningAndDefaultsHold()
    {
        using var server = new TestServer().Site("One").WriteHost();

        var snapshot = server.Load(server.Options with { MachineConfig = server.At("no/machine.config") }).Current;

        Assert.Equal("InProc", ModeAt(snapshot, "One"));
        var warning = Assert.Single(snapshot.Server.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, FileDiagnosticCodes.Missing), (warning.Severity, warning.Code));
        Assert.Contains("no/machine.config", warning.Message.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFramework_IsANote()
    {
        using var server = new TestServer().Site("One").WriteHost();

        var note = Assert.Single(Load(server).Current.Server.Diagnostics);

        Assert.Equal(DiagnosticSeverity.Info, note.Severity);
        Assert.StartsWith("No .NET Framework was found", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SchemaOfTheServer_TellsWhatItsToolsDoNotKnow()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("config/schema/ASPNET_schema.xml", "<configSchema><sectionSchema name=\"system.web/sessionState\" /></configSchema>");
        server.Write(
            "sites/One/web.config", "<configuration><system.web><sessionState cookieSameSite=\"Lax\" /></system.web></configuration>");

        var problem = Assert.Single(NodeDiagnostics.Read(server.Load().Current.Server.Find("One")!));

        Assert.Equal(DiagnosticCodes.UnknownAttribute, problem.Code);
    }

    [Fact]
    public void Load_GeneratedServerWithItsFramework_AnswersAsBefore()
    {
        var generated = RequiredInputs.Server("--size", "small", "--seed", "1");
        var options = new ConfigurationSetOptions
        {
            ApplicationHostConfig = generated.ApplicationHostConfig,
            MachineConfig = generated.MachineConfig,
            RootWebConfig = generated.RootWebConfig,
        };

        var server = ConfigurationSet.Load(options, TimeProvider.System).Set!.Current.Server;

        Assert.Empty(server.Frameworks[0].Notes);
        foreach (var row in File.ReadLines(generated.Truth).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement))
        {
            var node = server.Find(row.GetProperty("path").GetString()!)!;
            var expected = row.GetProperty("value") is { ValueKind: not System.Text.Json.JsonValueKind.Null } value ? (value.GetBoolean() ? "true" : "false") : null;
            Assert.Equal(expected, EffectiveValueReader.Read(node, Settings.AllowSessionState).Value);
            Assert.Equal("InProc", EffectiveValueReader.Read(node, SessionStateSettings.Mode).Value);
        }
    }

    [Fact]
    public void Refresh_FrameworkFileThatComesChangesAndGoes_IsNoticed()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var set = Load(server);
        var before = set.Current.Revision;

        var root = server.Write("windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config", Mode("Off"));
        Assert.True(set.Refresh());
        Assert.Equal("Off", ModeAt(set.Current, "One"));
        Assert.NotEqual(before, set.Current.Revision);
        Assert.Equal(Load(server).Current.Revision, set.Current.Revision);

        server.Write("windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config", Mode("SQLServer"));
        Assert.True(set.Refresh());
        Assert.Equal("SQLServer", ModeAt(set.Current, "One"));

        File.Delete(root);
        Assert.True(set.Refresh());
        Assert.Equal("InProc", ModeAt(set.Current, "One"));
        Assert.Equal(before, set.Current.Revision);
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Commit_RootWebConfig_IsWrittenAndTakenOver()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var root = server.Write("windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config", "<configuration>\n</configuration>\n");
        var set = Load(server);
        var texts = new SnapshotTexts(set, set.Current);

        var plan = EditPlanner.Plan(set.Current.Server, new("", SessionStateSettings.Mode, EditAction.Set, "Off", null), texts.Read).Plan!;
        var result = set.Commit(texts.ToCommit(plan));

        Assert.True(result.IsCommitted, result.Message);
        Assert.Contains("<sessionState mode=\"Off\" />", File.ReadAllText(root), StringComparison.Ordinal);
        Assert.Equal("Off", ModeAt(set.Current, "One"));
        Assert.False(set.Refresh());
        Assert.Equal(Load(server).Current.Revision, set.Current.Revision);
    }

    private static ConfigurationSet Load(TestServer server) =>
        server.Load(server.Options with { PathMap = [new(@"C:\Windows", server.At("windows"))] });

    private static string? ModeAt(ConfigurationSnapshot snapshot, string path) =>
        EffectiveValueReader.Read(snapshot.Server.Find(path)!, SessionStateSettings.Mode).Value;
}
