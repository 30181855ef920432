using System.Collections.Immutable;

namespace SessionState.Engine.Pages;

/// <summary>What one page has to do with session state.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Directive">Its own <c>EnableSessionState</c>; null where it says nothing.</param>
/// <param name="FirstUse">The first use of the Session object, which fails when there is no session; null for none.</param>
/// <param name="UseCount">How many uses there are.</param>
/// <param name="Events">
/// Handlers of Session_OnStart and Session_OnEnd (ASP.NET: Session_Start and Session_End), which do not run when there is no session.
/// </param>
public sealed record PageFacts(
    PageKind Kind, PageDirective? Directive, SessionUse? FirstUse, int UseCount, ImmutableArray<SessionUse> Events)
{
    /// <summary>True for classic ASP, false for ASP.NET: each has settings of its own.</summary>
    public bool IsClassicAsp => Kind is PageKind.Asp or PageKind.AspInclude or PageKind.AspGlobal;

    /// <summary>True where there is anything to tell.</summary>
    public bool HasFindings => Directive is not null || FirstUse is not null || Events.Length > 0;
}
