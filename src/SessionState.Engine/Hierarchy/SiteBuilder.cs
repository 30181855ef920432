using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// Builds one site: applications and virtual directories first, then the folders on the disk, then what location tags name; and puts every
/// section input to the node it is for.
/// </summary>
internal sealed class SiteBuilder(ConfigurationFile applicationHost, ConfigurationNode server, HostTags hostTags)
{
    private readonly NodeResolver _resolver = new(applicationHost);

    internal SiteTree Build(Site site, ImmutableArray<ContentRoot> content)
    {
        var node = new ConfigurationNode(NodeKind.Site, site.Name, server);
        node.MarkConfigured();
        Mount(site, node, content);
        foreach (var tag in hostTags.Of(site.Name))
        {
            Place(tag, applicationHost, server, node, tag.Path.AsSpan(Math.Min(site.Name.Length + 1, tag.Path.Length)));
        }

        return new SiteTree(node, Visit(node));
    }

    private void Mount(Site site, ConfigurationNode node, ImmutableArray<ContentRoot> content)
    {
        foreach (var application in site.Applications.Where(application => LocationPath.IsValidFromRoot(application.Path)))
        {
            var at = NodePlacing.Descend(node, application.Path, NodeKind.Application);
            at.Kind = application.Path == "/" ? NodeKind.Site : NodeKind.Application;
            at.Definition ??= application;
        }

        if (node.Definition is null)
        {
            node.Mount(new PathMapping(node, null, ContentRoot.Unknown));
            node.Extras = node.Extras with { Problems = [SiteProblems.WithoutRootApplication(site, applicationHost.Path)] };
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
            root.Extras = SiteProblems.WithoutRootDirectory(site, application, applicationHost.Path) is { } problem
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
                TakeIn(file, node);
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

    private static void TakeIn(ConfigurationFile file, ConfigurationNode node)
    {
        foreach (var input in file.DirectInputs)
        {
            node.StateFor(input.Schema).Add(new NodeInput(input, file, node));
        }

        foreach (var tag in file.Locations)
        {
            if (!tag.IsOwnLevel && !tag.IsIdle)
            {
                Place(tag, file, node, node, tag.Path);
            }
        }
    }

    private static void Place(LocationTag tag, ConfigurationFile file, ConfigurationNode owner, ConfigurationNode from, ReadOnlySpan<char> path)
    {
        var node = NodePlacing.Descend(from, path, LocationPath.LooksLikeFile(tag.Path) ? NodeKind.File : NodeKind.Folder);
        node.MarkConfigured();
        node.SharePath(tag.Path);
        foreach (var input in tag.Inputs)
        {
            node.StateFor(input.Schema).Add(new NodeInput(input, file, owner));
        }

        if (tag.Problem is { Severity: DiagnosticSeverity.Error })
        {
            node.Extras = node.Extras with { BrokenTag = node.Extras.BrokenTag ?? tag.Problem };
        }

        if (tag.Inputs.Length == 0)
        {
            node.Extras = node.Extras with { SilentTags = [.. node.Extras.SilentTags, new SilentTag(tag, file, owner)] };
        }
    }
}
