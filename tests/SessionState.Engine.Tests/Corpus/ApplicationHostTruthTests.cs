using System.Text.Json;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

/// <summary>Each real applicationHost.config says what an independent program found in it.</summary>
public sealed class ApplicationHostTruthTests
{
    private const string Asp = "system.webServer/asp";

    public static IEnumerable<TheoryDataRow<string>> Ids =>
        SharedInputs.Corpus is null
            ? [new("none")]
            : RequiredInputs.Rows("truth.jsonl").Where(IsApplicationHost).Select(row => new TheoryDataRow<string>(row.GetProperty("id").GetString()!));

    [Theory]
    [MemberData(nameof(Ids))]
    public void ApplicationHost_OfARealServer_SaysWhatIsKnown(string id)
    {
        var row = RequiredInputs.Rows("truth.jsonl").Single(row => IsApplicationHost(row) && row.GetProperty("id").GetString() == id);
        var path = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, path, File.ReadAllBytes(path));
        var server = ServerConfiguration.Build(
            file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown);

        Assert.Equal(Registrations(row), file.Definitions.Where(one => one.Name == Asp).Select(one => one.OverrideModeDefault.ToString()));
        CheckEffective(server.Root, row.GetProperty("server_effective"));
        Assert.Equal(row.GetProperty("counts").GetProperty("locations").GetInt32(), file.Locations.Length);
        CheckSites(server, row.GetProperty("sites"), Default(row));
    }

    private static void CheckSites(ServerConfiguration server, JsonElement sites, string? pool)
    {
        Assert.Equal(sites.GetArrayLength(), server.Layout.Sites.Length);
        foreach (var (expected, site) in sites.EnumerateArray().Zip(server.Layout.Sites))
        {
            Assert.Equal(Text(expected, "name"), site.Name);
            Assert.Equal(Text(expected, "id"), $"{site.Id}");
            CheckEffective(server.Find(site.Name)!, expected.GetProperty("effective"));
            var applications = expected.GetProperty("applications");
            Assert.Equal(applications.GetArrayLength(), site.Applications.Length);
            foreach (var (wanted, application) in applications.EnumerateArray().Zip(site.Applications))
            {
                Assert.Equal(Text(wanted, "path"), application.Path);
                Assert.Equal(Text(wanted, "applicationPool") ?? pool, application.ApplicationPool);
                Assert.Equal(
                    wanted.GetProperty("virtualDirectories").EnumerateArray().Select(one => (Text(one, "path"), Text(one, "physicalPath"))),
                    application.VirtualDirectories.Select(one => ((string?)one.Path, (string?)one.PhysicalPath)));
                CheckEffective(server.Find(site.Name + application.Path)!, wanted.GetProperty("effective"));
            }
        }
    }

    private static void CheckEffective(ConfigurationNode node, JsonElement expected)
    {
        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        Assert.Equal(expected.GetProperty("allowSessionState").GetBoolean() ? "true" : "false", value.Value);
        Assert.Equal(Text(expected, "from") == "schema default", value.IsDefault);
        if (node.Depth > 0)
        {
            Assert.Equal(Text(expected, "asp_overrideMode") == "Deny", LockReader.Read(node, Asp).IsLocked);
        }
    }

    private static bool IsApplicationHost(JsonElement row) => Text(row, "kind") == "applicationHost";

    private static IEnumerable<string?> Registrations(JsonElement row) =>
        row.GetProperty("asp_section").EnumerateArray().Select(one => Text(one, "overrideModeDefault"));

    private static string? Default(JsonElement row) =>
        row.GetProperty("defaults").TryGetProperty("applicationDefaults", out var defaults) ? Text(defaults, "applicationPool") : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
