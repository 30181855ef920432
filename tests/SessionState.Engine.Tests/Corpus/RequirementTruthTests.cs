using SessionState.Engine.Features;
using SessionState.Engine.Hierarchy;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

/// <summary>No false alarm about real servers.</summary>
public sealed class RequirementTruthTests
{
    [Fact]
    public void ClassicAsp_OfRealServersThatHaveIt_IsNeverMissing()
    {
        var withAsp = 0;
        foreach (var (text, server) in Servers())
        {
            var requirements = RequirementReader.Read(server, server.Root);
            if (text.Contains("IsapiModule", StringComparison.Ordinal) && text.Contains("asp.dll\"", StringComparison.Ordinal))
            {
                withAsp++;
                Assert.All(requirements, one => Assert.True(one.State is RequirementState.Met or RequirementState.Unknown, $"{server.ApplicationHost.Path}: {one.Sentence}"));
                Assert.Contains(requirements, one => one is { Name: "Pages (*.asp) go to classic ASP", State: RequirementState.Met });
                Assert.Contains(requirements, one => one is { Name: "Classic ASP is allowed to run", State: RequirementState.Met });
            }
        }

        Assert.True(withAsp >= 20, $"only {withAsp}");
    }

    [Fact]
    public void WhatIsMissing_IsToldWithItsPlaceAndRemedy()
    {
        foreach (var (_, server) in Servers())
        {
            foreach (var one in server.Nodes().SelectMany(node => RequirementReader.Read(server, node)).Where(one => one.State == RequirementState.Missing))
            {
                Assert.True(one is { File: not null, Line: > 0, Remedy: not null }, one.Sentence);
            }
        }
    }

    private static IEnumerable<(string Text, ServerConfiguration Server)> Servers()
    {
        foreach (var row in RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "applicationHost"))
        {
            var path = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
            var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, path, File.ReadAllBytes(path));
            yield return (File.ReadAllText(path), ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown));
        }
    }
}
