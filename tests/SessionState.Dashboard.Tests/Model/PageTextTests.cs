using SessionState.Contracts;
using SessionState.Dashboard.Model.Pages;

namespace SessionState.Dashboard.Tests.Model;

public sealed class PageTextTests
{
    private const string Asp = "system.webServer/asp/session@allowSessionState";

    [Theory]
    [InlineData(0, "There are no pages here.")]
    [InlineData(1, "The one page that was read here does not use Session, as far as that can be seen.")]
    [InlineData(1200, "None of the 1,200 pages that were read here uses Session, as far as that can be seen.")]
    public void Risk_WhereNoPageUsesSession(int read, string expected) =>
        Assert.Equal(expected, PageRisk.Sentence(Found(read, 0, 0), PageRuntime.Asp));

    [Fact]
    public void Risk_NamesAFewOfMany()
    {
        PageFinding[] pages = [.. Enumerable.Range(1, 5).Select(i => new PageFinding($"S/p{i}.asp", "", PageRuntime.Asp, null, new("Session(…)", i), 1, [], false, null))];

        Assert.Equal(
            "5 pages use Session and would fail: p1.asp line 1, p2.asp line 2, p3.asp line 3 and more.",
            PageRisk.Sentence(Found(9, 5, 0) with { Pages = pages }, PageRuntime.Asp));
        Assert.Equal(
            "One page uses Session and would fail: p1.asp line 1.",
            PageRisk.Sentence(Found(9, 1, 4) with { Pages = pages[..1] }, PageRuntime.Asp));
    }

    [Theory]
    [InlineData(Asp, "true", "false", PageRuntime.Asp)]
    [InlineData(Asp, "false", "true", null)]
    [InlineData(Asp, null, "true", null)]
    [InlineData("system.webServer/asp/session@timeout", "00:20:00", "00:10:00", null)]
    [InlineData("system.web/sessionState@mode", "InProc", "Off", PageRuntime.AspNet)]
    [InlineData("system.web/sessionState@mode", "InProc", "StateServer", null)]
    [InlineData("system.web/pages@enableSessionState", "true", "false", PageRuntime.AspNet)]
    public void Risk_IsOfWhoseSessionsAreSwitchedOff(string setting, string? before, string after, PageRuntime? expected) =>
        Assert.Equal(expected, PageRisk.Of(Preview(setting, new ValueEffect("setting", "S", NodeKind.Site, before, after))));

    [Fact]
    public void Risk_ReachesApplicationsBelow()
    {
        var site = new ValueEffect("setting", "S", NodeKind.Site, "true", "false");

        Assert.False(PageRisk.ReachesOthers(Preview(Asp, site, site with { Path = "S/folder", Kind = NodeKind.Folder }), "s"));
        Assert.True(PageRisk.ReachesOthers(Preview(Asp, site, site with { Path = "S/app", Kind = NodeKind.Application }), "S"));
        Assert.True(PageRisk.ReachesOthers(Preview(Asp, site) with { EffectCount = 700 }, "S"));
    }

    private static NodePages Found(int read, int asp, int aspNet) => new("S", read, asp, aspNet, 0, [], 0, [], 0, null);

    private static ChangePreview Preview(string setting, params ValueEffect[] effects) => Support.FakeChanges.Preview(
        Support.FakeServer.Small(), new("Contoso", setting, ChangeAction.Set, "false", null, "r0")) with
    {
        Effects = effects,
        EffectCount = effects.Length,
    };
}
