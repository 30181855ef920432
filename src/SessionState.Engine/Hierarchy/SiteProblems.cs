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

    /// <summary>Whether the site can be a node: it has a name that a configuration path can hold.</summary>
    internal static bool IsUsable(Site site) => LocationPath.IsValid(site.Name) && !site.Name.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether <see cref="Of"/> would find nothing: the usual case, in one cheap look.</summary>
    internal static bool IsSound(Site site)
    {
        var hasRoot = false;
        foreach (var application in site.Applications)
        {
            hasRoot |= application.Path == "/";
            var hasRootDirectory = false;
            foreach (var directory in application.VirtualDirectories)
            {
                hasRootDirectory |= directory.Path == "/";
                if (!LocationPath.IsValidFromRoot(directory.Path))
                {
                    return false;
                }
            }

            if (!hasRootDirectory || !LocationPath.IsValidFromRoot(application.Path))
            {
                return false;
            }
        }

        return hasRoot && IsUsable(site);
    }

    internal static IEnumerable<Diagnostic> Of(Site site, string file)
    {
        if (!IsUsable(site))
        {
            yield return WithoutName(site, file);
            yield break;
        }

        if (!site.Applications.Any(application => application.Path == "/"))
        {
            yield return WithoutRootApplication(site, file);
        }

        foreach (var application in site.Applications)
        {
            if (WithoutRootDirectory(site, application, file) is { } problem)
            {
                yield return problem;
            }

            foreach (var (path, line) in Paths(application))
            {
                if (!LocationPath.IsValidFromRoot(path))
                {
                    yield return InvalidPath(site, path, file, line);
                }
            }
        }
    }

    private static IEnumerable<(string Path, int Line)> Paths(Application application) =>
        application.VirtualDirectories.Select(directory => (directory.Path, directory.Line)).Prepend((application.Path, application.Line));

    private static Diagnostic WithoutName(Site site, string file) => Diagnostic.Error(
        DiagnosticCodes.InvalidSite,
        site.Name.Length == 0 ? "Missing required attribute 'name' of a site." : $"The name '{site.Name}' is not valid for a site.",
        file,
        site.Line,
        "Give the site a name without slashes and special characters.");

    private static Diagnostic InvalidPath(Site site, string path, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSite,
        $"The path '{path}' of an application or virtual directory of '{site.Name}' is not valid, so it is not shown.",
        file,
        line,
        "Write the path as /name or /folder/name.");

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
