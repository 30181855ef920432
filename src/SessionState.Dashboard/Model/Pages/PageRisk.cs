using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Pages;

/// <summary>What a change would do to pages that use the session.</summary>
public static class PageRisk
{
    private const int Named = 3;

    /// <summary>Whose sessions the change switches off; null where it switches none off.</summary>
    public static PageRuntime? Of(ChangePreview preview) => preview.Request.First.Setting switch
    {
        "system.webServer/asp/session@allowSessionState" when Becomes(preview, "false") => PageRuntime.Asp,
        "system.web/sessionState@mode" when Becomes(preview, "Off") => PageRuntime.AspNet,
        "system.web/pages@enableSessionState" when Becomes(preview, "false") => PageRuntime.AspNet,
        _ => null,
    };

    /// <summary>How many of the pages would fail.</summary>
    public static int Failing(NodePages pages, PageRuntime runtime) => runtime == PageRuntime.Asp ? pages.AspUses : pages.AspNetUses;

    /// <summary>"3 pages use Session and would fail: cart.asp line 2, …"</summary>
    public static string Sentence(NodePages pages, PageRuntime runtime)
    {
        var count = Failing(pages, runtime);
        if (count == 0)
        {
            return pages.FilesRead switch
            {
                0 => "There are no pages here.",
                1 => "The one page that was read here does not use Session, as far as that can be seen.",
                var read => $"None of the {read.ToString("N0", CultureInfo.InvariantCulture)} pages that were read here uses Session, as far as that can be seen.",
            };
        }

        var found = pages.Pages.Where(page => page.Runtime == runtime && page.FirstUse is not null).Take(Named).ToList();
        var names = string.Join(", ", found.Select(page => $"{PageText.Below(pages.Path, page)} line {page.FirstUse!.Line}"));
        var more = count > found.Count ? " and more" : "";
        return $"{PageText.Count(count, "page uses Session and would fail", "pages use Session and would fail")}: {names}{more}.";
    }

    /// <summary>Whether applications below change too, whose pages were not looked at.</summary>
    public static bool ReachesOthers(ChangePreview preview, string path) => preview.EffectCount > preview.Effects.Count
        || preview.Effects.Any(effect => effect.Kind is NodeKind.Application or NodeKind.Site && !effect.Path.Equals(path, StringComparison.OrdinalIgnoreCase));

    private static bool Becomes(ChangePreview preview, string value) => preview.Effects.Any(effect => effect.After == value && effect.Before != value);
}
