using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>One server's whole configuration: an immutable snapshot. A change makes a new one that shares every site it does not touch.</summary>
public sealed class ServerConfiguration
{
    private ServerConfiguration(ConfigurationFile applicationHost, ServerLayout layout, ConfigurationNode root)
    {
        ApplicationHost = applicationHost;
        Layout = layout;
        Root = root;
    }

    /// <summary>The file everything starts from.</summary>
    public ConfigurationFile ApplicationHost { get; }

    /// <summary>Its sites.</summary>
    public ServerLayout Layout { get; }

    /// <summary>The server node.</summary>
    public ConfigurationNode Root { get; }

    /// <summary>Number of nodes, the server included.</summary>
    public int NodeCount => throw new NotImplementedException();

    /// <summary>What is wrong in applicationHost.config: the file's and the layout's diagnostics, and location tags that name no site.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => throw new NotImplementedException();

    /// <summary>Builds the tree and resolves all locks.</summary>
    /// <param name="applicationHost">The file; where it is unreadable the result has just the server node and the diagnostic.</param>
    /// <param name="layout">Its sites.</param>
    /// <param name="content">The content of each virtual directory; called once per virtual directory, from one thread.</param>
    public static ServerConfiguration Build(
        ConfigurationFile applicationHost, ServerLayout layout, Func<Site, VirtualDirectory, ContentRoot> content) =>
        throw new NotImplementedException();

    /// <summary>The snapshot after the content of some sites changed on the disk. All other sites are shared.</summary>
    /// <param name="siteNames">Names without regard to case; unknown ones are ignored.</param>
    /// <param name="content">The content of those sites' virtual directories now.</param>
    public ServerConfiguration Rebuild(IReadOnlyCollection<string> siteNames, Func<Site, VirtualDirectory, ContentRoot> content) =>
        throw new NotImplementedException();

    /// <summary>
    /// The snapshot with other content in one file, existing or new. A web.config rebuilds only the sites that map its folder;
    /// applicationHost.config rebuilds everything with the content as it is.
    /// </summary>
    public ServerConfiguration With(ConfigurationFile file) => throw new NotImplementedException();

    /// <summary>Every node in pre-order: the server, then sites by name without regard to case, each before what is below it.</summary>
    public IEnumerable<ConfigurationNode> Nodes() => throw new NotImplementedException();

    /// <summary>
    /// The node of a path, without regard to case. A path below a known site that is no listed node gives a node of its own that is not in the
    /// tree: a file where the last segment has an extension, else a folder.
    /// </summary>
    /// <param name="path">"" for the server, "Site" or "Site/app/folder"; one trailing slash is allowed.</param>
    /// <returns>Null for an unknown site or a path that can name nothing.</returns>
    public ConfigurationNode? Find(string path) => throw new NotImplementedException();

    /// <summary>The nodes whose web.config is that file, existing or not: more than one where folders are shared.</summary>
    public IReadOnlyList<ConfigurationNode> NodesServedBy(string webConfigPath) => throw new NotImplementedException();
}
