using System.Text.Json;
using SessionState.Engine.Hierarchy;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

public sealed class WebConfigTruthTests
{
    [Fact]
    public void AspSections_OfRealWebConfigs_AreFoundWithTheirPathAndAttributes()
    {
        var rows = RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "web.config").ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(Expected(row), Found(row)));
    }

    private static List<string> Expected(JsonElement row) => [.. row.GetProperty("scopes").EnumerateArray()
        .Where(scope => scope.TryGetProperty("asp", out _))
        .Select(scope => Describe(
            scope.GetProperty("location_path").GetString(),
            scope.GetProperty("asp").GetProperty("session").EnumerateObject().Select(one => (one.Name, one.Value.GetString()!))))];

    private static List<string> Found(JsonElement row)
    {
        var path = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
        var file = ConfigurationFile.Read(ConfigurationFileKind.Web, path, File.ReadAllBytes(path));
        return [.. file.DirectInputs.Concat(file.Locations.SelectMany(tag => tag.Inputs)).Select(input => Describe(
            input.Location?.Path,
            input.Children.Single(child => child.Schema.Name == "session").Attributes.Select(one => (one.Name, one.Raw))))];
    }

    private static string Describe(string? location, IEnumerable<(string Name, string Value)> attributes) =>
        $"{location}: {string.Join(' ', attributes.Order())}";
}
