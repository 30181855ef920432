using System.Text.Json;
using SessionState.AppCmd.Tests.Support;
using SessionState.Tests.Shared;

namespace SessionState.AppCmd.Tests.Offline;

/// <summary>Servers with known answers, computed by other code: every row of the truth is printed as it should be.</summary>
public sealed class GeneratedServerTests
{
    private const string Setting = "system.webServer/asp/session@allowSessionState";

    [Theory]
    [InlineData("small", "1", "Allow")]
    [InlineData("small", "2", "Deny")]
    [InlineData("small", "3", "Allow")]
    [InlineData("medium", "1", "Allow")]
    [InlineData("medium", "2", "Deny")]
    public async Task ExplainRecurseJson_OfAGeneratedServer_EqualsItsTruth(string size, string seed, string aspDefault)
    {
        var server = RequiredInputs.Server("--size", size, "--seed", seed, "--asp-default", aspDefault);

        await AssertEqualsTruth(server, $"/apphostconfig:{server.ApplicationHostConfig}");
    }

    [Fact]
    public async Task ExplainRecurseJson_OfAServerWithWindowsPaths_EqualsItsTruth()
    {
        var server = RequiredInputs.Server("--size", "small", "--seed", "4", "--physical-root", @"C:\inetpub\gen");

        await AssertEqualsTruth(server, $"/apphostconfig:{server.ApplicationHostConfig}", $"/pathmap:C:\\inetpub\\gen={server.Sites}");
    }

    private static async Task AssertEqualsTruth(GeneratedServer server, params string[] options)
    {
        var run = await Tool.RunAsync(["explain", "config", "/recurse", "/json", "/section:asp", .. options]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!)
            .Where(row => row.Setting == Setting)
            .ToDictionary(row => row.Path, StringComparer.OrdinalIgnoreCase);
        var expected = File.ReadLines(server.Truth)
            .Select(line => JsonSerializer.Deserialize<TruthRow>(line, JsonSerializerOptions.Web)!)
            .ToDictionary(row => row.Path, StringComparer.OrdinalIgnoreCase);
        Assert.All(expected.Values, truth => AssertEqual(server, truth, printed[truth.Path]));

        // The truth leaves out the second names of what lies in folders that two applications share.
        Assert.All(
            printed.Values.Where(row => !expected.ContainsKey(row.Path)),
            row => Assert.True(row.Kind is "folder" or "file", row.Path));
    }

    private static void AssertEqual(GeneratedServer server, TruthRow truth, Row row)
    {
        Assert.Equal(truth.Kind, row.Kind);
        Assert.Equal(truth.Value switch { true => "true", false => "false", null => null }, row.Value);
        Assert.Equal(truth.SectionLocked, row.Locked);
        Assert.Equal(truth.SectionLocked, row.LockedBy is not null);
        Assert.Equal(truth.Source is { Level: "schema" }, row.IsDefault);
        if (truth.Error is { } error)
        {
            Assert.Null(row.Origin);
            Assert.Contains(row.Diagnostics, diagnostic =>
                diagnostic.File == Path.Combine(server.Folder, error.File) && diagnostic.Line == error.Line);
        }
        else if (truth.Source is { File: { } file } source)
        {
            Assert.Equal((Path.Combine(server.Folder, file), source.Line), (row.Origin?.File, row.Origin?.Line));
            Assert.Equal(source.Target, row.Origin!.ConfigPath, ignoreCase: true);
            Assert.Equal(source.LocationTag, row.Origin.LocationPath is not null);
        }
        else
        {
            Assert.Null(row.Origin);
        }
    }

    private sealed record Row(
        string Path,
        string Kind,
        string Setting,
        string? Value,
        bool IsDefault,
        Origin? Origin,
        bool Locked,
        string? LockedBy,
        Problem[] Diagnostics);

    private sealed record Origin(string ConfigPath, string File, int Line, string? LocationPath);

    private sealed record Problem(string Code, string Message, string? File, int? Line);

    private sealed record TruthRow(string Path, string Kind, bool? Value, TruthSource? Source, TruthError? Error, bool SectionLocked);

    private sealed record TruthSource(string Level, string? File, int? Line, string? Target, bool LocationTag);

    private sealed record TruthError(string Kind, string File, int Line);
}
