using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Service.Nodes;

/// <summary>What the configuration says where a page is; null where it is in error.</summary>
/// <param name="Asp">Whether classic ASP keeps sessions in the page's application.</param>
/// <param name="AspNetMode">ASP.NET's <c>sessionState@mode</c>.</param>
/// <param name="AspNetPages">ASP.NET's <c>pages@enableSessionState</c>.</param>
internal readonly record struct PageSituation(bool? Asp, string? AspNetMode, string? AspNetPages)
{
    public static PageSituation Of(ConfigurationNode page)
    {
        // Both runtimes read these at the root of the application; only the last is for each folder and page.
        var application = page.Application ?? page;
        return new(
            EffectiveValueReader.Read(application, Settings.AllowSessionState).Value is { } asp ? asp == "true" : null,
            EffectiveValueReader.Read(application, SessionStateSettings.Mode).Value,
            EffectiveValueReader.Read(page, PageSettings.EnableSessionState).Value);
    }
}
