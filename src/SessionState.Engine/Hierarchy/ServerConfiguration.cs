using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>One server's whole configuration: an immutable snapshot. A change makes a new one that shares every site it does not touch.</summary>
public sealed class ServerConfiguration
{
    private readonly ServerLevel _level;
    private readonly SiteTree[] _sites;
    private readonly ContentIndex _content;

    private ServerConfiguration(ServerLevel level, SiteTree[] sites, ContentIndex content)
    {
        (_level, _sites, _content) = (level, sites, content);
        Root = level.Node.WithSites(Array.ConvertAll(sites, site => site.Node));
        NodeCount = 1 + sites.Sum(site => site.NodeCount);
    }

    /// <summary>The file everything starts from.</summary>
    public ConfigurationFile ApplicationHost => _level.ApplicationHost;

    /// <summary>Its sites.</summary>
    public ServerLayout Layout => _level.Layout;

    /// <summary>The server node.</summary>
    public ConfigurationNode Root { get; }

    /// <summary>Number of nodes, the server included.</summary>
    public int NodeCount { get; }

    /// <summary>What is wrong in applicationHost.config: the file's and the layout's diagnostics, and location tags that name no site.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _level.Diagnostics;

    /// <summary>Builds the tree and resolves all locks.</summary>
    /// <param name="applicationHost">The file; where it is unreadable the result has just the server node and the diagnostic.</param>
    /// <param name="layout">Its sites.</param>
    /// <param name="content">The content of each virtual directory; called once per virtual directory, from one thread.</param>
    public static ServerConfiguration Build(
        ConfigurationFile applicationHost, ServerLayout layout, Func<Site, VirtualDirectory, ContentRoot> content)
    {
        var level = new ServerLevel(applicationHost, layout);
        var sites = new List<SiteTree>(layout.Sites.Length);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in layout.Sites)
        {
            if (names.Add(site.Name))
            {
                sites.Add(level.Build(site, content));
            }
        }

        var ordered = sites.ToArray();
        Array.Sort(ordered, static (a, b) => string.Compare(a.Site.Name, b.Site.Name, StringComparison.OrdinalIgnoreCase));
        return new ServerConfiguration(level, ordered, new ContentIndex(ordered));
    }

    /// <summary>The snapshot after the content of some sites changed on the disk. All other sites are shared.</summary>
    /// <param name="siteNames">Names without regard to case; unknown ones are ignored.</param>
    /// <param name="content">The content of those sites' virtual directories now.</param>
    public ServerConfiguration Rebuild(IReadOnlyCollection<string> siteNames, Func<Site, VirtualDirectory, ContentRoot> content)
    {
        var sites = (SiteTree[])_sites.Clone();
        var isSameContent = true;
        foreach (var name in siteNames)
        {
            var index = IndexOf(name);
            if (index >= 0)
            {
                var rebuilt = _level.Build(sites[index].Site, content);
                isSameContent &= ContentIndex.HasSameRoots(sites[index], rebuilt);
                sites[index] = rebuilt;
            }
        }

        return new ServerConfiguration(_level, sites, isSameContent ? _content : new ContentIndex(sites));
    }

    /// <summary>
    /// The snapshot with other content in one file, existing or new. A web.config rebuilds only the sites that map its folder;
    /// applicationHost.config rebuilds everything with the content as it is.
    /// </summary>
    public ServerConfiguration With(ConfigurationFile file)
    {
        if (file.Kind == ConfigurationFileKind.ApplicationHost)
        {
            return Build(file, ServerLayout.Read(file, Layout.Variables), KnownContent.Of(_sites).Find);
        }

        var names = _content.SitesOf(file.Path);
        var known = KnownContent.Of(names.Select(name => _sites[IndexOf(name)]));
        return Rebuild(names, new ContentChange(known, file).Find);
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
        var site = Root.Child(slash < 0 ? rest : rest[..slash]);
        return site is null || slash < 0 ? site : NodeFinder.Find(site, rest[(slash + 1)..]);
    }

    /// <summary>The nodes whose web.config is that file, existing or not: more than one where folders are shared.</summary>
    public IReadOnlyList<ConfigurationNode> NodesServedBy(string webConfigPath)
    {
        var nodes = new List<ConfigurationNode>();
        foreach (var name in _content.SitesOf(webConfigPath))
        {
            NodeFinder.CollectServed(Root.Child(name)!, webConfigPath, nodes);
        }

        return nodes;
    }

    private int IndexOf(string site) => NodeChildren.Find(Root.Children.AsSpan(), site, out var index) ? index : -1;
}
