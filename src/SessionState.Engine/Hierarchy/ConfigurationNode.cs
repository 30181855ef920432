using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>A place in the hierarchy: the server, a site, an application, a virtual directory, a folder, or a file that a location tag names.</summary>
public sealed class ConfigurationNode
{
    internal ConfigurationNode(NodeKind kind, string name, string path, ConfigurationNode? parent)
    {
        Kind = kind;
        Name = name;
        Path = path;
        Parent = parent;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>"" for the server, else "Site" or "Site/app/folder", without a trailing slash. Its identity, without regard to case.</summary>
    public string Path { get; }

    /// <summary>The last segment; "" for the server.</summary>
    public string Name { get; }

    /// <summary>What it is. The root application and its root virtual directory are the site itself.</summary>
    public NodeKind Kind { get; internal set; }

    /// <summary>0 for the server, 1 for a site, and so on.</summary>
    public int Depth { get; }

    /// <summary>
    /// The node above; null for the server. For a site this is the server's level without children, because snapshots share sites: list the
    /// sites with <see cref="ServerConfiguration.Root"/>.
    /// </summary>
    public ConfigurationNode? Parent { get; }

    /// <summary>The nodes directly below, by name without regard to case.</summary>
    public ImmutableArray<ConfigurationNode> Children { get; internal set; } = [];

    /// <summary>The node of the application that owns this one, which may be this one; null for the server.</summary>
    public ConfigurationNode? Application { get; internal set; }

    /// <summary>The application's pool; null for the server and where none is named.</summary>
    public string? ApplicationPool { get; internal set; }

    /// <summary>The folder or file as the configuration names it, with the rest of the path; null for the server and where nothing is mapped.</summary>
    public string? PhysicalPath => throw new NotImplementedException();

    /// <summary>The folder on this machine; null where it was not found or is a file.</summary>
    public string? LocalFolder => throw new NotImplementedException();

    /// <summary>The node's own web.config; null for none. It may be unreadable.</summary>
    public ConfigurationFile? WebConfig { get; internal set; }

    /// <summary>Where the node's web.config is or would be on this machine; null where it can have none.</summary>
    public string? WebConfigPath => throw new NotImplementedException();

    /// <summary>
    /// True where it matters: it has a web.config or a location tag, or something below it has; always for server, sites, applications and
    /// virtual directories.
    /// </summary>
    public bool IsConfigured { get; internal set; }

    /// <summary>False where the site has no root application or the application no root virtual directory, so that IIS serves nothing here.</summary>
    public bool IsMapped => throw new NotImplementedException();

    /// <summary>False where the node has a web.config that does not count, because its virtual directory says allowSubDirConfig="false".</summary>
    public bool WebConfigCounts => throw new NotImplementedException();
}
