using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
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

        var wrong = rows.Where(row => Comparable(Answer(server, generated, row)) != Comparable(row)).ToList();

        Assert.NotEmpty(rows);
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} of {rows.Count} differ, the first: {wrong.FirstOrDefault()}\nour answer: "
            + (wrong.Count > 0 ? Answer(server, generated, wrong[0]) : null));
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

    // A path that only location tags name is known in the spelling of one of them; which one is no matter.
    private static TruthRow Comparable(TruthRow row) => row with
    {
        Path = row.Path.ToUpperInvariant(),
        Target = row.Target?.ToUpperInvariant(),
    };

    private static TruthRow Answer(ServerConfiguration server, GeneratedServer generated, TruthRow asked)
    {
        var node = server.Find(asked.Path);
        if (node is null)
        {
            return asked with { Kind = "missing" };
        }

        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        var file = value.Violation?.Diagnostic.File ?? value.Origin?.File;
        return new TruthRow(
            node.Path,
            node.Kind.ToString() is var kind ? char.ToLowerInvariant(kind[0]) + kind[1..] : "",
            value.Value,
            file is null ? null : Path.GetRelativePath(generated.Folder, file),
            value.Violation?.Diagnostic.Line ?? value.Origin?.Line,
            value.Origin?.ConfigurationPath,
            value.Origin is null ? null : value.Origin.LocationPath is not null,
            value.Violation?.Diagnostic.Code switch
            {
                null => null,
                DiagnosticCodes.SectionLocked => "sectionLocked",
                DiagnosticCodes.AttributeLocked => "attributeLocked",
                DiagnosticCodes.ElementLocked => "elementLocked",
                var other => other,
            },
            LockReader.Read(node, Settings.AllowSessionState.Section).IsLocked);
    }
}
