using System.Text.RegularExpressions;
using System.Xml.Linq;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;
using SessionState.Dashboard.Model.Overview;
using SessionState.Dashboard.Model.Records;
using SessionState.Dashboard.Model.Servers;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>An icon that is missing from icons.svg would just not be there; nobody would be told.</summary>
public sealed partial class IconTests
{
    private static readonly HashSet<string> Drawn =
        [.. XDocument.Load(Path.Combine(Repository.Root, "wwwroot", "icons.svg")).Root!.Elements().Select(symbol => symbol.Attribute("id")!.Value)];

    [Fact]
    public void Icons_NamedInMarkup_AreDrawn()
    {
        var components = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "SessionState.Dashboard", "Components"), "*.razor", SearchOption.AllDirectories);
        var named = components.SelectMany(file => Named().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Drawn));
    }

    [Fact]
    public void Icons_ChosenByValue_AreDrawn() => Assert.Empty(new[]
    {
        Enum.GetValues<NodeKind>().Select(NodeText.Icon),
        Enum.GetValues<LadderRole>().Select(LadderText.Icon),
        Enum.GetValues<RequirementState>().Select(RequirementText.Icon),
        Enum.GetValues<CheckState>().Select(HealthText.Icon),
        Enum.GetValues<AuditOutcome>().Select(AuditText.OutcomeIcon),
        OverviewNumbers.Read(ServerTree.Create("", FakeServer.Small().Rows())) is var numbers
            ? numbers.States.Concat(numbers.Sources).Concat(numbers.Modes).Concat(numbers.Locks).Select(share => share.Icon) : [],
        Enum.GetNames<AspState>().Select(name => name.ToLowerInvariant()),
    }.SelectMany(names => names).Except(Drawn));

    [GeneratedRegex("""<Icon Name="(?<name>[a-z]+)"|\bIcon="(?<name>[a-z]+)"|Option\("[^"]+", "(?<name>[a-z]+)"|ThemeMode\.\w+, "\w+", "(?<name>[a-z]+)"\)""")]
    private static partial Regex Named();
}
