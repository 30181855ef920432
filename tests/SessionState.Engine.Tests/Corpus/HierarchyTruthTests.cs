using System.Text.Json;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

/// <summary>Real sites with their folders: what ASP.NET ends up with in each directory.</summary>
public sealed class HierarchyTruthTests
{
    [Fact]
    public void EveryDirectory_OfRealSites_HasTheKnownValues()
    {
        var rows = RequiredInputs.Rows("hierarchy.jsonl");

        Assert.NotEmpty(rows);
        Assert.All(rows, Check);
    }

    private static void Check(JsonElement row)
    {
        var host = Path.Combine(RequiredInputs.Corpus, Text(row, "applicationHost"));
        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, host, File.ReadAllBytes(host));
        var configs = row.GetProperty("web_configs").EnumerateObject()
            .ToDictionary(one => one.Name.Replace('\\', '/'), one => Path.Combine(RequiredInputs.Corpus, one.Value.GetString()!));
        var root = Text(row, "repo_folder");
        var server = ServerConfiguration.Build(
            file,
            ServerLayout.Read(file, new Dictionary<string, string>()),
            (_, directory) => directory.PhysicalPath == Text(row, "physicalPath")
                ? new(Folder("", root == "." ? "" : root + "/", configs), null)
                : ContentRoot.Unknown);
        foreach (var expected in row.GetProperty("effective_by_directory").EnumerateArray())
        {
            var path = $"{Text(row, "site")}{Text(row, "application").TrimEnd('/')}{Text(expected, "directory").TrimEnd('/')}";
            Check(server.Find(path)!, SessionStateSettings.Mode, expected.GetProperty("sessionState.mode"), configs);
            Check(server.Find(path)!, PageSettings.EnableSessionState, expected.GetProperty("pages.enableSessionState"), configs);
        }
    }

    private static void Check(ConfigurationNode node, Setting setting, JsonElement expected, Dictionary<string, string> configs)
    {
        var value = EffectiveValueReader.Read(node, setting);
        Assert.Equal(Text(expected, "value"), value.Value);
        Assert.Equal(Text(expected, "from"), value.Origin is { } origin ? configs.Single(one => one.Value == origin.File).Key : "schema default");
    }

    // The folders that lead to a web.config below a prefix such as "src/Test/".
    private static ContentFolder Folder(string name, string prefix, Dictionary<string, string> configs)
    {
        var below = configs.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]).ToList();
        var own = below.Find(path => path.Equals("web.config", StringComparison.OrdinalIgnoreCase));
        var config = own is null ? null : configs[prefix + own];
        return new(
            name,
            Path.Combine(RequiredInputs.Corpus, prefix.Length == 0 ? "-" : prefix),
            config is null ? null : ConfigurationFile.Read(ConfigurationFileKind.Web, config, File.ReadAllBytes(config)),
            [.. below.Where(path => path.Contains('/')).Select(path => path.Split('/')[0]).Distinct().Select(child => Folder(child, $"{prefix}{child}/", configs))]);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
