using SessionState.Engine.Pages;
using SessionState.Service.Nodes;

namespace SessionState.Service.Tests.Endpoints;

public sealed class PageVerdictTests
{
    private static readonly SessionUse Use = new("Session[…]", 3);

    [Theory]
    [InlineData(null, true, "InProc", "true", null)]
    [InlineData(null, true, "Off", "true", "Fails, because ASP.NET's sessions are off here (mode=Off).")]
    [InlineData(null, true, "InProc", "false", "Fails, because pages have no session here (enableSessionState=false).")]
    [InlineData(null, true, null, null, null)]
    [InlineData(DirectiveValue.Off, true, "InProc", "true", "! Switches its session off and uses it all the same, so it fails.")]
    [InlineData(DirectiveValue.Off, true, "InProc", "false", "Switches its session off and uses it all the same, so it fails.")]
    [InlineData(DirectiveValue.Off, false, "InProc", "true", "! Runs without a session, although pages have one here.")]
    [InlineData(DirectiveValue.Off, false, "InProc", "false", null)]
    [InlineData(DirectiveValue.ReadOnly, true, "InProc", "true", "! May read its session and not change it.")]
    [InlineData(DirectiveValue.ReadOnly, true, "InProc", "ReadOnly", null)]
    [InlineData(DirectiveValue.On, true, "InProc", "true", null)]
    [InlineData(DirectiveValue.On, true, "InProc", "false", "! May change its session, although pages here have enableSessionState=false.")]
    [InlineData(DirectiveValue.On, false, "Off", "true", "! Asks for a session and gets none, because ASP.NET's sessions are off here (mode=Off).")]
    [InlineData(DirectiveValue.Invalid, false, "InProc", "true", "! “x” is no value, so the page answers with an error.")]
    public void AspNetPage_IsJudgedByModeAndPages(DirectiveValue? directive, bool uses, string? mode, string? pages, string? expected) =>
        Assert.Equal(expected, Told(PageKind.AspNetPage, directive, uses, new(true, mode, pages)));

    [Theory]
    [InlineData(null, true, true, null)]
    [InlineData(null, true, false, "Fails, because sessions are off here.")]
    [InlineData(null, true, null, null)]
    [InlineData(DirectiveValue.Off, false, true, "! Runs without a session, although sessions are on here.")]
    [InlineData(DirectiveValue.Off, false, false, null)]
    [InlineData(DirectiveValue.On, false, true, null)]
    [InlineData(DirectiveValue.On, false, false, "! Asks for a session and gets none, because sessions are off here.")]
    public void ClassicPage_IsJudgedByItsApplication(DirectiveValue? directive, bool uses, bool? asp, string? expected) =>
        Assert.Equal(expected, Told(PageKind.Asp, directive, uses, new(asp, "Off", "false")));

    [Fact]
    public void CodeOfAPage_IsNotJudgedByPages() =>
        Assert.Null(Told(PageKind.AspNetCode, null, true, new(true, "InProc", "false")));

    private static string? Told(PageKind kind, DirectiveValue? directive, bool uses, PageSituation here)
    {
        var facts = new PageFacts(kind, directive is { } value ? new(value, "x", 1) : null, uses ? Use : null, uses ? 1 : 0, []);
        var verdict = PageVerdict.Of(facts, here);
        return verdict.SaysOtherwise ? $"! {verdict.Note}" : verdict.Note;
    }
}
