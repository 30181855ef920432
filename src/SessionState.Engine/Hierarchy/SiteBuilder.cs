using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// Builds one site: applications and virtual directories first, then the folders on the disk, then what location tags name; and puts every
/// section input to the node it is for.
/// </summary>
internal sealed class SiteBuilder(Registrations registrations, ConfigurationNode server, HostTags hostTags)
{
    private readonly NodeResolver _resolver = new(registrations);
    private readonly ConfigurationFile _applicationHost = registrations.ApplicationHost;

    internal SiteTree Build(Site site, ImmutableArray<ContentRoot> content)
    {
        var node = new ConfigurationNode(NodeKind.Site, site.Name, server);
        node.MarkConfigured();
        Mount(site, node, content);
        foreach (var level in registrations.Frameworks.Levels.SelectMany(framework => framework.Levels))
        {
            PlaceAll(level.Tags.OfNameOrId(site), level.File, level.Owner, node);
        }

        PlaceAll(hostTags.Of(site.Name), _applicationHost, server, node);

        return new SiteTree(node, Visit(node));
    }

    private static void PlaceAll(IEnumerable<LocationTag> tags, ConfigurationFile file, ConfigurationNode owner, ConfigurationNode site)
    {
        foreach (var tag in tags)
        {
            var slash = tag.Path.IndexOf('/', StringComparison.Ordinal);
            InputPlacing.Place(tag, file, owner, site, slash < 0 ? [] : tag.Path.AsSpan(slash + 1));
        }
    }

    private void Mount(Site site, ConfigurationNode node, ImmutableArray<ContentRoot> content)
    {
        foreach (var application in site.Applications.Where(application => LocationPath.IsValidFromRoot(application.Path)))
        {
            var at = NodePlacing.Descend(node, application.Path, NodeKind.Application);
            at.Kind = application.Path == "/" ? NodeKind.Site : NodeKind.Application;
            if (at.Definition is null)
            {
                at.Definition = application;
                at.Framework = registrations.Frameworks.Of(application.ApplicationPool);
            }
        }

        if (node.Definition is null)
        {
            node.Mount(new PathMapping(node, null, ContentRoot.Unknown));
            node.Extras = node.Extras with { Problems = [SiteProblems.WithoutRootApplication(site, _applicationHost.Path)] };
        }

        var mappings = new List<PathMapping>(content.Length);
        var rest = content.AsSpan();
        foreach (var application in site.Applications)
        {
            if (LocationPath.IsValidFromRoot(application.Path))
            {
                MountDirectories(site, application, node, rest, mappings);
            }

            rest = rest[application.VirtualDirectories.Length..];
        }

        // Only now is it known which folders are hidden by other applications and virtual directories.
        foreach (var mapping in mappings)
        {
            ContentPlacing.Place(mapping);
        }
    }

    private void MountDirectories(
        Site site, Application application, ConfigurationNode siteNode, ReadOnlySpan<ContentRoot> content, List<PathMapping> mappings)
    {
        var root = NodePlacing.Descend(siteNode, application.Path, NodeKind.Application);
        for (var i = 0; i < application.VirtualDirectories.Length; i++)
        {
            var directory = application.VirtualDirectories[i];
            if (LocationPath.IsValidFromRoot(directory.Path)
                && NodePlacing.DescendToDirectory(root, directory.Path) is { IsMounted: false } at)
            {
                var mapping = new PathMapping(at, directory, content[i]);
                at.Mount(mapping);
                at.MarkConfigured();
                mappings.Add(mapping);
            }
        }

        if (!root.IsMounted)
        {
            root.Mount(new PathMapping(root, null, ContentRoot.Unknown));
            root.Extras = SiteProblems.WithoutRootDirectory(site, application, _applicationHost.Path) is { } problem
                ? root.Extras with { Problems = [problem] }
                : root.Extras;
        }
    }

    // Settles a node and all below it, and counts them.
    private int Visit(ConfigurationNode node)
    {
        node.Application = node.Definition is null ? node.Parent!.Application : node;
        if (node.WebConfig is { } file)
        {
            node.MarkConfigured();
            if (node.WebConfigCounts)
            {
                InputPlacing.TakeIn(file, node);
            }
        }

        _resolver.Resolve(node);
        node.Freeze();
        var count = 1;
        foreach (var child in node.Children)
        {
            count += Visit(child);
        }

        return count;
    }
}
