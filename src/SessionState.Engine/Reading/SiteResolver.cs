using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Reading;

/// <summary>Applies the defaults blocks: what an object says itself wins, then the nearest block (Microsoft, "Site Defaults").</summary>
internal static class SiteResolver
{
    internal static ImmutableArray<Site> Resolve(SitesReader facts)
    {
        var sites = ImmutableArray.CreateBuilder<Site>(facts.Sites.Count);
        foreach (var site in facts.Sites)
        {
            sites.Add(new Site(
                site.Name,
                site.Id,
                site.Bindings,
                Applications(site, facts.Defaults),
                site.ServerAutoStart ?? facts.Defaults.ServerAutoStart ?? true,
                site.Line));
        }

        return sites.MoveToImmutable();
    }

    private static ImmutableArray<Application> Applications(SiteFacts site, SiteDefaults global)
    {
        var applications = ImmutableArray.CreateBuilder<Application>(site.Applications.Count);
        foreach (var application in site.Applications)
        {
            applications.Add(new Application(
                Normal(application.Path),
                application.ApplicationPool ?? site.Defaults.ApplicationPool ?? global.ApplicationPool,
                VirtualDirectories(application, site.Defaults, global),
                application.Line));
        }

        return applications.MoveToImmutable();
    }

    private static ImmutableArray<VirtualDirectory> VirtualDirectories(ApplicationFacts application, SiteDefaults site, SiteDefaults global)
    {
        var directories = ImmutableArray.CreateBuilder<VirtualDirectory>(application.VirtualDirectories.Count);
        foreach (var facts in application.VirtualDirectories)
        {
            var nearest = application.Defaults;
            var physical = facts.PhysicalPath ?? nearest.PhysicalPath ?? site.PhysicalPath ?? global.PhysicalPath ?? "";
            var subFolders = facts.AllowSubDirConfig ?? nearest.AllowSubDirConfig ?? site.AllowSubDirConfig ?? global.AllowSubDirConfig ?? true;
            directories.Add(new VirtualDirectory(Normal(facts.Path), physical, physical, subFolders, facts.Line));
        }

        return directories.MoveToImmutable();
    }

    private static string Normal(string path) => path is "/" ? path : path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : path;
}
