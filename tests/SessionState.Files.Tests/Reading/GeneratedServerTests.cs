using SessionState.Engine.Tests.Generated;
using SessionState.Tests.Shared;

namespace SessionState.Files.Tests.Reading;

public sealed class GeneratedServerTests
{
    [Theory]
    [InlineData("small", "mixed", "Allow", 1)]
    [InlineData("small", "mixed", "Deny", 3)]
    [InlineData("medium", "mixed", "Allow", 5)]
    [InlineData("medium", "plain", "Deny", 8)]
    [InlineData("large", "mixed", "Deny", 9)]
    public void Load_GeneratedServer_HasTheKnownAnswerAtEveryPath(string size, string profile, string aspDefault, int seed)
    {
        var generated = RequiredInputs.Server("--size", size, "--profile", profile, "--asp-default", aspDefault, "--seed", $"{seed}");
        var options = new ConfigurationSetOptions { ApplicationHostConfig = generated.ApplicationHostConfig };
        var server = ConfigurationSet.Load(options, TimeProvider.System).Set!.Current.Server;
        var rows = File.ReadLines(generated.Truth).Select(TruthRow.Read).ToList();

        var wrong = rows.Where(row => !TruthAnswer.Agrees(server, generated, row)).ToList();

        Assert.NotEmpty(rows);
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} of {rows.Count} differ, the first: {wrong.FirstOrDefault()}\nour answer: "
            + (wrong.Count > 0 ? TruthAnswer.Of(server, generated, wrong[0]) : null));
    }

    [Fact]
    public void Load_GeneratedServerOfAnotherMachine_HasTheKnownAnswersThroughAPathMap()
    {
        var generated = RequiredInputs.Server("--size", "small", "--seed", "11", "--physical-root", @"C:\inetpub\gen");
        var options = new ConfigurationSetOptions
        {
            ApplicationHostConfig = generated.ApplicationHostConfig,
            PathMap = [new(@"c:\INETPUB\gen", generated.Sites)],
        };

        var server = ConfigurationSet.Load(options, TimeProvider.System).Set!.Current.Server;

        Assert.All(
            File.ReadLines(generated.Truth).Select(TruthRow.Read),
            row => Assert.True(TruthAnswer.Agrees(server, generated, row), row.ToString()));
    }
}
