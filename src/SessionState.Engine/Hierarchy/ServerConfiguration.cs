using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>One server's whole configuration: an immutable snapshot. A change makes a new one that shares every site it does not touch.</summary>
public sealed class ServerConfiguration
{
    private readonly ServerLevel _level;
    private readonly SiteSlot[] _sites;
    private ContentIndex? _content;
    private ConfigurationNode? _root;

    private ServerConfiguration(ServerLevel level, SiteSlot[] sites, ContentIndex? content) =>
        (_level, _sites, _content) = (level, sites, content);

    /// <summary>The file everything starts from.</summary>
    public ConfigurationFile ApplicationHost => _level.ApplicationHost;

    /// <summary>Its sites.</summary>
    public ServerLayout Layout => _level.Layout;

    /// <summary>The application pools that applicationHost.config describes.</summary>
    public ImmutableArray<DescribedPool> Pools => [.. ApplicationHost.Pools?.Described ?? []];

    /// <summary>The .NET Framework's files that ASP.NET reads before its web.config files; empty where none were found.</summary>
    public ImmutableArray<FrameworkFiles> Frameworks => _level.Frameworks.Files;

    /// <summary>The server node.</summary>
    public ConfigurationNode Root => _root
        ?? Interlocked.CompareExchange(ref _root, _level.Node.WithSites(Array.ConvertAll(_sites, site => site.Tree.Node)), null)
        ?? _root;

    /// <summary>The server's level without its sites, for which none of them is built.</summary>
    internal ConfigurationNode Level => _level.Node;

    /// <summary>Number of nodes, the server included.</summary>
    public int NodeCount => 1 + _sites.Sum(site => site.Tree.NodeCount);

    /// <summary>What is wrong in applicationHost.config: the file's and the layout's diagnostics, and location tags that name no site.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _level.Diagnostics;

    /// <summary>Makes a snapshot. The tree of a site is built, and its locks are resolved, when someone first looks at it.</summary>
    /// <param name="applicationHost">The file; where it is unreadable the result has just the server node and the diagnostic.</param>
    /// <param name="layout">Its sites.</param>
    /// <param name="content">The content of each virtual directory; called once per virtual directory, from one thread.</param>
    /// <param name="frameworks">The .NET Framework's files; of two that fit a pool the first counts. None: its own defaults hold.</param>
    public static ServerConfiguration Build(
        ConfigurationFile applicationHost,
        ServerLayout layout,
        Func<Site, VirtualDirectory, ContentRoot> content,
        ImmutableArray<FrameworkFiles> frameworks = default)
    {
        var level = new ServerLevel(applicationHost, layout, frameworks.IsDefault ? [] : frameworks);
        var sites = SiteSlots.Make(
            level,
            site => [.. SiteSlots.DirectoriesOf(site).Select(directory => content(site, directory))]);
        return new ServerConfiguration(level, sites, null);
    }

    /// <summary>The snapshot after the content of some sites changed on the disk. All other sites are shared.</summary>
    /// <param name="siteNames">Names without regard to case; unknown ones are ignored.</param>
    /// <param name="content">The content of those sites' virtual directories now.</param>
    public ServerConfiguration Rebuild(IReadOnlyCollection<string> siteNames, Func<Site, VirtualDirectory, ContentRoot> content)
    {
        return Replace(siteNames, slot => [.. SiteSlots.DirectoriesOf(slot.Site).Select(directory => content(slot.Site, directory))]);
    }

    /// <summary>
    /// The snapshot with other content in one file, existing or new. A web.config rebuilds only the sites that map its folder;
    /// the files for the whole server rebuild everything with the content as it is.
    /// </summary>
    public ServerConfiguration With(ConfigurationFile file)
    {
        if (file.Kind == ConfigurationFileKind.Web)
        {
            var change = new ContentChange(file);
            return Replace(Content.SitesOf(file.Path), slot => change.Apply(slot.Content));
        }

        if (file.Kind is ConfigurationFileKind.Machine or ConfigurationFileKind.RootWeb)
        {
            return WithFrameworks([.. Frameworks.Select(files => files.With(file))]);
        }

        var level = new ServerLevel(file, ServerLayout.Read(file, Layout.Variables, Layout.Notes, Layout.Schema), Frameworks);
        return new ServerConfiguration(level, SiteSlots.Make(level, new ContentInheritance(_sites).Of), null);
    }

    /// <summary>The snapshot with one other location tag in applicationHost.config; null where the tag names no site.</summary>
    internal ServerConfiguration? With(EditedLocation edited)
    {
        if (SiteSlots.IndexOf(_sites, HostTags.SiteOf(edited.After.Path)) < 0)
        {
            return null;
        }

        var level = _level.With(edited);
        return new ServerConfiguration(level, Array.ConvertAll(_sites, site => site.On(level)), _content);
    }

    /// <summary>The snapshot with other .NET Framework files.</summary>
    public ServerConfiguration WithFrameworks(ImmutableArray<FrameworkFiles> frameworks)
    {
        var level = new ServerLevel(ApplicationHost, Layout, frameworks);
        return new ServerConfiguration(level, Array.ConvertAll(_sites, site => site.On(level)), _content);
    }

    /// <summary>Every node in pre-order: the server, then sites by name without regard to case, each before what is below it.</summary>
    public IEnumerable<ConfigurationNode> Nodes()
    {
        var open = new Stack<ConfigurationNode>();
        open.Push(Root);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Length - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }

    /// <summary>
    /// The node of a path, without regard to case. A path below a known site that is no listed node gives a node of its own that is not in the
    /// tree: a file where the last segment has an extension, else a folder.
    /// </summary>
    /// <param name="path">"" for the server, "Site" or "Site/app/folder"; one trailing slash is allowed.</param>
    /// <returns>Null for an unknown site or a path that can name nothing.</returns>
    public ConfigurationNode? Find(string path)
    {
        if (path.Length == 0)
        {
            return Root;
        }

        var rest = path.EndsWith('/') ? path.AsSpan(0, path.Length - 1) : path;
        if (!LocationPath.IsValid(rest))
        {
            return null;
        }

        var slash = rest.IndexOf('/');
        var site = SiteSlots.IndexOf(_sites, slash < 0 ? rest : rest[..slash]);
        return site < 0 ? null : slash < 0 ? _sites[site].Tree.Node : NodeFinder.Find(_sites[site].Tree.Node, rest[(slash + 1)..]);
    }

    /// <summary>The nodes whose web.config is that file, existing or not: more than one where folders are shared.</summary>
    public IReadOnlyList<ConfigurationNode> NodesServedBy(string webConfigPath)
    {
        var nodes = new List<ConfigurationNode>();
        foreach (var name in Content.SitesOf(webConfigPath))
        {
            NodeFinder.CollectServed(_sites[SiteSlots.IndexOf(_sites, name)].Tree.Node, webConfigPath, nodes);
        }

        return nodes;
    }

    private ContentIndex Content => _content ??= new ContentIndex(_sites);

    private ServerConfiguration Replace(IReadOnlyCollection<string> siteNames, Func<SiteSlot, ImmutableArray<ContentRoot>> content)
    {
        var sites = (SiteSlot[])_sites.Clone();
        var index = _content;
        foreach (var name in siteNames)
        {
            var place = SiteSlots.IndexOf(sites, name);
            if (place >= 0)
            {
                var replaced = sites[place].With(content(sites[place]));
                index = ContentIndex.HasSameRoots(sites[place], replaced) ? index : null;
                sites[place] = replaced;
            }
        }

        return new ServerConfiguration(_level, sites, index);
    }
}
