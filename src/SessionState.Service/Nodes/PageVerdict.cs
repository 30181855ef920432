using SessionState.Engine.Pages;

namespace SessionState.Service.Nodes;

/// <summary>What follows from a page's own words and the configuration.</summary>
/// <param name="SaysOtherwise">True where its directive is not what the configuration says.</param>
/// <param name="Note">The consequence as a sentence; null where there is nothing to add.</param>
internal readonly record struct PageVerdict(bool SaysOtherwise, string? Note)
{
    /// <param name="page">The page.</param>
    /// <param name="asp">Whether classic ASP keeps sessions in its application; null where the configuration is in error.</param>
    public static PageVerdict Of(PageFacts page, bool? asp) => page switch
    {
        { Directive: { Value: DirectiveValue.Invalid } directive } => new(true, $"“{directive.Written}” is no value, so the page answers with an error."),
        { Directive.Value: DirectiveValue.Off, FirstUse: not null } => new(page.IsClassicAsp ? asp != false : true, "Switches its session off and uses it all the same, so it fails."),
        { IsClassicAsp: true } => OfAsp(page, asp),
        { Directive.Value: DirectiveValue.Off } => new(true, "Runs without a session."),
        { Directive.Value: DirectiveValue.ReadOnly } => new(true, "May read its session and not change it."),
        _ => default,
    };

    private static PageVerdict OfAsp(PageFacts page, bool? asp) => (page.Directive?.Value, asp) switch
    {
        (DirectiveValue.Off, true) => new(true, "Runs without a session, although sessions are on here."),
        (DirectiveValue.On, false) => new(true, "Asks for a session and gets none, because sessions are off here."),
        (not DirectiveValue.Off, false) when page.FirstUse is not null => new(false, "Fails, because sessions are off here."),
        (_, false) when page.Events.Length > 0 => new(false, "Its session events do not run, because sessions are off here."),
        _ => default,
    };
}
