using SessionState.Engine.Pages;

namespace SessionState.Service.Nodes;

/// <summary>What follows from a page's own words and the configuration.</summary>
/// <param name="SaysOtherwise">True where its directive is not what the configuration says.</param>
/// <param name="Note">The consequence as a sentence; null where there is nothing to add.</param>
internal readonly record struct PageVerdict(bool SaysOtherwise, string? Note)
{
    public static PageVerdict Of(PageFacts page, PageSituation here) => page switch
    {
        { Directive: { Value: DirectiveValue.Invalid } directive } => new(true, $"“{directive.Written}” is no value, so the page answers with an error."),
        { Directive.Value: DirectiveValue.Off, FirstUse: not null } => new(
            !Agrees(page, here), "Switches its session off and uses it all the same, so it fails."),
        { IsClassicAsp: true } => OfAsp(page, here.Asp),
        _ => OfAspNet(page, here),
    };

    private static PageVerdict OfAsp(PageFacts page, bool? asp) => (page.Directive?.Value, asp) switch
    {
        (DirectiveValue.Off, true) => new(true, "Runs without a session, although sessions are on here."),
        (DirectiveValue.On, false) => new(true, "Asks for a session and gets none, because sessions are off here."),
        (not DirectiveValue.Off, false) when page.FirstUse is not null => new(false, "Fails, because sessions are off here."),
        (_, false) when page.Events.Length > 0 => new(false, "Its session events do not run, because sessions are off here."),
        _ => default,
    };

    private static PageVerdict OfAspNet(PageFacts page, PageSituation here) => (page.Directive?.Value, here) switch
    {
        (DirectiveValue.On or DirectiveValue.ReadOnly, { AspNetMode: "Off" }) => new(
            true, "Asks for a session and gets none, because ASP.NET's sessions are off here (mode=Off)."),
        (_, { AspNetMode: "Off" }) when page.FirstUse is not null => new(false, "Fails, because ASP.NET's sessions are off here (mode=Off)."),
        (null, { AspNetPages: "false" }) when page is { Kind: PageKind.AspNetPage, FirstUse: not null } => new(
            false, "Fails, because pages have no session here (enableSessionState=false)."),
        (null, _) => default,
        _ when Agrees(page, here) => default,
        (DirectiveValue.Off, _) => new(true, "Runs without a session, although pages have one here."),
        (DirectiveValue.ReadOnly, _) => new(true, "May read its session and not change it."),
        _ => new(true, $"May change its session, although pages here have enableSessionState={here.AspNetPages}."),
    };

    // A page in a place that is in error agrees with nothing; what is written there decides nothing either.
    private static bool Agrees(PageFacts page, PageSituation here) => (page.Directive?.Value, page.IsClassicAsp) switch
    {
        (DirectiveValue.Off, true) => here.Asp == false,
        (DirectiveValue.Off, false) => here.AspNetPages == "false",
        (DirectiveValue.ReadOnly, _) => here.AspNetPages == "ReadOnly",
        _ => here.AspNetPages == "true",
    };
}
