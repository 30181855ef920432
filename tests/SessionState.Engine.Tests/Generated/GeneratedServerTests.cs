using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Generated;

public sealed class GeneratedServerTests
{
    [Theory]
    [InlineData("small", "mixed", "Allow", 1)]
    [InlineData("small", "mixed", "Allow", 2)]
    [InlineData("small", "mixed", "Deny", 3)]
    [InlineData("small", "plain", "Allow", 4)]
    [InlineData("medium", "mixed", "Allow", 5)]
    [InlineData("medium", "mixed", "Deny", 6)]
    [InlineData("medium", "plain", "Allow", 7)]
    [InlineData("medium", "plain", "Deny", 8)]
    public void EveryPath_OfAGeneratedServer_HasTheKnownAnswer(string size, string profile, string aspDefault, int seed)
    {
        var generated = RequiredInputs.Server(
            "--size", size, "--profile", profile, "--asp-default", aspDefault, "--seed", $"{seed}");
        var server = DiskServer.Load(generated.ApplicationHostConfig);
        var rows = File.ReadLines(generated.Truth).Select(TruthRow.Read).ToList();

        var wrong = rows.Where(row => !TruthAnswer.Agrees(server, generated, row)).ToList();

        Assert.NotEmpty(rows);
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} of {rows.Count} differ, the first: {wrong.FirstOrDefault()}\nour answer: "
            + (wrong.Count > 0 ? TruthAnswer.Of(server, generated, wrong[0]) : null));
    }

    [Theory]
    [InlineData("mixed", "Deny")]
    [InlineData("plain", "Allow")]
    public void EveryPath_OfTheKnownAnswers_IsAListedNode(string profile, string aspDefault)
    {
        var generated = RequiredInputs.Server("--size", "small", "--profile", profile, "--asp-default", aspDefault, "--seed", "9");
        var server = DiskServer.Load(generated.ApplicationHostConfig);

        var listed = server.Nodes().Select(node => node.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(File.ReadLines(generated.Truth).Select(TruthRow.Read), row => Assert.True(listed.Contains(row.Path), row.Path));
        Assert.Equal(listed.Count, server.NodeCount);
    }
}
