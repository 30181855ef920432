using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Words for sites that are incomplete.</summary>
internal static class SiteProblems
{
    internal static Diagnostic Duplicate(Site site, string file) => Diagnostic.Error(
        DiagnosticCodes.InvalidSite,
        $"There are two sites called '{site.Name}'; only the first is shown.",
        file,
        site.Line,
        "Rename or remove one of them.");

    internal static IEnumerable<Diagnostic> Of(Site site, string file)
    {
        if (site.Name.Length == 0)
        {
            yield return Diagnostic.Error(
                DiagnosticCodes.InvalidSite, "Missing required attribute 'name' of a site.", file, site.Line, "Give the site a name.");
        }

        var hasRoot = false;
        foreach (var application in site.Applications)
        {
            hasRoot |= application.Path == "/";
            if (WithoutRootDirectory(site, application, file) is { } problem)
            {
                yield return problem;
            }
        }

        if (!hasRoot)
        {
            yield return WithoutRootApplication(site, file);
        }
    }

    internal static Diagnostic WithoutRootApplication(Site site, string file) => Diagnostic.Error(
        DiagnosticCodes.InvalidSite,
        $"Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/{site.Name}': the site has no root application.",
        file,
        site.Line,
        "Add <application path=\"/\"> with a virtual directory to the site.");

    internal static Diagnostic? WithoutRootDirectory(Site site, Application application, string file)
    {
        foreach (var directory in application.VirtualDirectories)
        {
            if (directory.Path == "/")
            {
                return null;
            }
        }

        return Diagnostic.Error(
            DiagnosticCodes.InvalidSite,
            $"The application '{site.Name}{application.Path}' has no root virtual directory, so nothing is served there.",
            file,
            application.Line,
            "Add <virtualDirectory path=\"/\" physicalPath=\"…\" /> to the application.");
    }
}
