using SessionState.Contracts;
using SessionState.Dashboard.Model.Compare;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ComparisonTests
{
    private readonly FakeServer _server = FakeServer.Small();

    [Fact]
    public void Settings_OfTheSameValueFromElsewhere_AreTheSame()
    {
        var comparison = Compare("Contoso", "Northwind");

        // Default here and set there, and on at both.
        Assert.Equal(0, comparison.DifferentSettings);
    }

    [Fact]
    public void Settings_OfAnotherValue_Differ()
    {
        var comparison = Compare("Contoso/shop", "Contoso");

        var setting = Assert.Single(comparison.Settings, setting => setting.Differs);
        Assert.Equal((FakeDetails.AllowSessionState, "Off", "On"), (setting.A.Setting, setting.ValueOfA, setting.ValueOfB));
    }

    [Fact]
    public void Nodes_AtTheSamePlaceBelow_AreSetBesideEachOther()
    {
        _server.Add("Fabrikam/shop", NodeKind.Application, null);

        var shop = Compare("Contoso", "Fabrikam").Nodes.Single(node => node.Name == "shop");

        Assert.Equal(("Contoso/shop", "Fabrikam/shop", true), (shop.A?.Path, shop.B?.Path, shop.Differs));
    }

    [Fact]
    public void Nodes_ThatAreBelowOneOnly_Differ()
    {
        var images = Compare("Contoso", "Fabrikam").Nodes.Single(node => node.Name == "images");

        Assert.Null(images.B);
        Assert.True(images.Differs);
    }

    [Fact]
    public void Parts_SetWhatDiffersToTheFirstOnesValue()
    {
        var part = Assert.Single(Compare("Contoso/shop", "Contoso").ToParts());

        Assert.Equal(new ChangeTarget("Contoso", FakeDetails.AllowSessionState, ChangeAction.Set, "false", null), part.Target);
        Assert.Null(part.Impossible);
    }

    [Fact]
    public void Parts_OfAValueInError_AreNone() => Assert.Empty(Compare("Fabrikam/reports", "Contoso").ToParts());

    [Fact]
    public void Csv_HasTheDifferencesOnlyUnlessAllIsAsked()
    {
        var comparison = Compare("Contoso/shop", "Contoso");

        var different = CompareCsv.Write(comparison, all: false).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"Kind\",\"Name\",\"Contoso/shop\",\"Source\",\"Contoso\",\"Source\",\"Differs\"", different[0]);
        Assert.Equal($"\"setting\",\"{FakeDetails.AllowSessionState}\",\"Off\",\"set here\",\"On\",\"default\",\"yes\"", different[1]);
        Assert.True(CompareCsv.Write(comparison, all: true).Split("\r\n").Length > different.Length);
    }

    [Fact]
    public void Csv_OfANameThatASpreadsheetWouldCompute_IsText()
    {
        _server.Add("=cmd|x", NodeKind.Site, null).Add("=cmd|x/\"y\"", NodeKind.Application, null);

        var text = CompareCsv.Write(Compare("=cmd|x", "Contoso"), all: false);

        Assert.Contains("\"'=cmd|x\"", text, StringComparison.Ordinal);
        Assert.Contains("\"\"\"y\"\"\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_ReadsBack()
    {
        var state = new CompareState("", "Contoso/50% & more", true);

        Assert.Equal(state, CompareState.Parse("http://host/" + state.ToUrl()));
        Assert.Equal("compare", new CompareState(null, null, false).ToUrl());
    }

    private Comparison Compare(string a, string b) => Comparison.Read(
        FakeDetails.Of(_server, _server.Nodes[a]), FakeDetails.Of(_server, _server.Nodes[b]), ServerTree.Create("r0", _server.Rows()));
}
