using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SessionState.Engine.Hierarchy;

/// <summary>A place in the hierarchy: the server, a site, an application, a virtual directory, a folder, or a file that a location tag names.</summary>
public sealed class ConfigurationNode
{
    private ConfigurationNode[] _children = [];
    private int _childCount;
    private PathMapping? _mapping;

    internal ConfigurationNode(NodeKind kind, ReadOnlySpan<char> name, ConfigurationNode? parent)
    {
        Kind = kind;
        Path = parent is null or { Depth: 0 } ? name.ToString() : string.Concat(parent.Path, "/", name);
        Parent = parent;
        Depth = parent is null ? 0 : parent.Depth + 1;
        Framework = parent is null ? default : parent.Framework;
    }

    /// <summary>Stands for the level of a file above the server's own.</summary>
    internal ConfigurationNode(int depth, sbyte framework)
    {
        (Kind, Path, Depth, Framework) = (NodeKind.Server, "", depth, framework);
    }

    /// <summary>"" for the server, else "Site" or "Site/app/folder", without a trailing slash. Its identity, without regard to case.</summary>
    public string Path { get; private set; }

    /// <summary>The last segment; "" for the server. Made anew for each call.</summary>
    public string Name => NameSpan.ToString();

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
    public ImmutableArray<ConfigurationNode> Children => ImmutableCollectionsMarshal.AsImmutableArray(_children);

    /// <summary>The node of the application that owns this one, which may be this one; null for the server.</summary>
    public ConfigurationNode? Application { get; internal set; }

    /// <summary>The application's pool; null for the server and where none is named.</summary>
    public string? ApplicationPool => Application?.Definition?.ApplicationPool;

    /// <summary>The folder or file as the configuration names it, with the rest of the path; null for the server and where nothing is mapped.</summary>
    public string? PhysicalPath => Mapping is { Directory: { } directory } mapping
        ? NodePaths.Physical(directory.PhysicalPath, Path.AsSpan(mapping.Node.Path.Length))
        : null;

    /// <summary>The folder on this machine; null where it was not found or is a file.</summary>
    public string? LocalFolder => Folder?.LocalPath;

    /// <summary>The node's own web.config; null for none. It may be unreadable.</summary>
    public ConfigurationFile? WebConfig => Folder?.WebConfig;

    /// <summary>Where the node's web.config is or would be on this machine; null where it can have none.</summary>
    public string? WebConfigPath => Folder is null ? null : WebConfig?.Path ?? System.IO.Path.Join(Folder.LocalPath, "web.config");

    /// <summary>
    /// False where a web.config at this node does not count: its virtual directory says allowSubDirConfig="false" and this is a folder below.
    /// </summary>
    public bool WebConfigCounts => Mapping is not { Directory.AllowSubDirConfig: false } mapping || ReferenceEquals(mapping.Node, this);

    /// <summary>
    /// True where it matters: it has a web.config or a location tag, or something below it has; always for server, sites, applications and
    /// virtual directories.
    /// </summary>
    public bool IsConfigured { get; private set; }

    /// <summary>False where the site has no root application or the application no root virtual directory, so that IIS serves nothing here.</summary>
    public bool IsMapped => Parent is null || Mapping?.Directory is not null;

    /// <summary>The application that starts at this node; null for every other node.</summary>
    internal Application? Definition { get; set; }

    /// <summary>The folder on the disk; null where there is none or nobody looked.</summary>
    internal ContentFolder? Folder { get; set; }

    internal ReadOnlySpan<char> NameSpan => Path.AsSpan(Path.LastIndexOf('/') + 1);

    /// <summary>Index of the .NET Framework that counts where no application's pool says which.</summary>
    internal sbyte Framework { get; set; }

    /// <summary>Index of the .NET Framework that the application's pool runs.</summary>
    internal sbyte Runs => (Application ?? this).Framework;

    /// <summary>What few nodes have.</summary>
    internal NodeExtras Extras { get; set; } = NodeExtras.None;

    /// <summary>The server's node above, or this one.</summary>
    internal ConfigurationNode Server => Parent is null ? this : Parent.Server;

    internal PathMapping? Mapping => _mapping ?? Parent?.Mapping;

    /// <summary>True where a virtual directory or application starts here, so that its parent's folder of that name is not served.</summary>
    internal bool IsMounted => _mapping is not null;

    internal SectionState? States { get; private set; }

    /// <summary>What is said about a section here; null for nothing.</summary>
    internal SectionState? State(string section)
    {
        var state = States;
        while (state is not null && state.Schema.Name != section)
        {
            state = state.Next;
        }

        return state;
    }

    internal SectionState StateFor(Schema.SectionSchema schema) =>
        State(schema.Name) ?? (States = new SectionState(schema) { Next = States });

    internal void Mount(PathMapping mapping) => _mapping = mapping;

    /// <summary>Takes the same path from another place, so that memory holds it once.</summary>
    internal void SharePath(string path) => Path = path == Path ? path : Path;

    internal void MarkConfigured()
    {
        for (var node = this; node is { IsConfigured: false }; node = node.Parent)
        {
            node.IsConfigured = true;
        }
    }

    /// <summary>The child of that name; null for none.</summary>
    internal ConfigurationNode? Child(ReadOnlySpan<char> name) => NodeChildren.Find(_children.AsSpan(0, _childCount), name, out var index)
        ? _children[index]
        : null;

    /// <summary>Adds a child in its place. Only while the tree is built.</summary>
    internal ConfigurationNode AddChild(NodeKind kind, ReadOnlySpan<char> name)
    {
        NodeChildren.Find(_children.AsSpan(0, _childCount), name, out var index);
        var child = new ConfigurationNode(kind, name, this);
        NodeChildren.Insert(ref _children, ref _childCount, index, child);
        return child;
    }

    /// <summary>Ends building: gives back the room that was kept for more children.</summary>
    internal void Freeze() => Array.Resize(ref _children, _childCount);

    /// <summary>The server node of a snapshot: this level with the sites below it.</summary>
    internal ConfigurationNode WithSites(ConfigurationNode[] sites) => new(Kind, Path, null)
    {
        _children = sites,
        _childCount = sites.Length,
        IsConfigured = true,
        Framework = Framework,
        Extras = Extras,
        States = States,
    };
}
