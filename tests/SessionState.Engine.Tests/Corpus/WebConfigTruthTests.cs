using System.Text.Json;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

public sealed class WebConfigTruthTests
{
    [Theory]
    [InlineData("sessionState")]
    [InlineData("pages")]
    public void ManagedSections_OfRealWebConfigs_AreFoundWithTheirAttributesAndNothingWrong(string section)
    {
        var rows = RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "web.config").ToList();

        Assert.All(rows, row => Assert.Equal(Expected(row, section), Found(row, section)));
        Assert.All(rows, row => Assert.DoesNotContain(Read(row).Diagnostics, problem => problem.Code != DiagnosticCodes.UnregisteredSection));
        Assert.Contains(rows, row => Expected(row, section).Count > 0);
    }

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

    private static List<string> Expected(JsonElement row, string section) => [.. row.GetProperty("scopes").EnumerateArray()
        .Where(scope => scope.TryGetProperty(section, out _))
        .Select(scope => Describe(
            scope.GetProperty("location_path").GetString(),
            scope.GetProperty(section).EnumerateObject().Where(one => one.Name != "configSource").Select(one => (one.Name, ""))))];

    private static List<string> Found(JsonElement row, string section) => [.. Read(row) is var file ? file.DirectInputs
        .Concat(file.Locations.SelectMany(tag => tag.Inputs))
        .Where(input => input.Schema.Root.Name == section)
        .Select(input => Describe(input.Location?.Path, (input.SourceFile is null ? input.Root.Attributes : []).Select(one => (one.Name, "")))) : []];

    private static ConfigurationFile Read(JsonElement row)
    {
        var path = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
        return ConfigurationFile.Read(ConfigurationFileKind.Web, path, File.ReadAllBytes(path), Source);

        SectionSource Source(string name)
        {
            var source = Path.Join(Path.GetDirectoryName(path), name);
            return new(name, source, File.ReadAllBytes(source), null);
        }
    }

    private static List<string> Found(JsonElement row)
    {
        var file = Read(row);
        return [.. file.DirectInputs.Concat(file.Locations.SelectMany(tag => tag.Inputs)).Where(input => input.Schema.Root.Name == "asp").Select(input => Describe(
            input.Location?.Path,
            input.Children.Single(child => child.Schema.Name == "session").Attributes.Select(one => (one.Name, one.Raw))))];
    }

    private static string Describe(string? location, IEnumerable<(string Name, string Value)> attributes) =>
        $"{location}: {string.Join(' ', attributes.Order())}";
}
