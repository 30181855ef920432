namespace SessionState.Contracts;

/// <summary>What a node is.</summary>
public enum NodeKind
{
    Server,
    Site,
    Application,
    VirtualDirectory,
    Folder,
    File,
}

/// <summary>Where a node's effective value comes from, seen from the node.</summary>
public enum ValueSource
{
    /// <summary>No level sets it: the schema default holds.</summary>
    Default,

    /// <summary>Set explicitly at a level above.</summary>
    Inherited,

    /// <summary>Set explicitly for this very node, in its own file or by a location tag.</summary>
    SetHere,
}

/// <summary>
/// One row of the tree. Rows come in pre-order (a parent before its children, siblings by name), so a flat list with
/// <see cref="Depth"/> is the whole tree.
/// </summary>
/// <param name="Path">"" for the server, else "Site" or "Site/app/folder", without a trailing slash. Case-insensitive identity.</param>
/// <param name="Name">The last segment, or the server's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Depth">0 for the server, 1 for a site, and so on.</param>
/// <param name="ChildCount">Number of direct children, whether or not this list holds them.</param>
/// <param name="Detail">Bindings of a site, pool of an application, physical path of the rest; null where unknown.</param>
/// <param name="AspSession">Effective <c>allowSessionState</c>; null where the configuration is in error here.</param>
/// <param name="AspSource">Where that value comes from.</param>
/// <param name="AspSetAt">The path of the node it is set for, when <paramref name="AspSource"/> is not Default; "" is the server.</param>
/// <param name="Locked">True when a web.config at this node may not contain the <c>asp</c> section.</param>
/// <param name="Errors">Number of errors at this very node.</param>
/// <param name="Configured">True for a folder or file that matters: it has a web.config or a location tag, or something below it has.
/// Always true for server, sites, applications and virtual directories.</param>
/// <param name="LastChange">The newest applied change or external edit at this node; null where the audit knows none.</param>
public sealed record NodeRow(
    string Path,
    string Name,
    NodeKind Kind,
    int Depth,
    int ChildCount,
    string? Detail,
    bool? AspSession,
    ValueSource AspSource,
    string? AspSetAt,
    bool Locked,
    int Errors,
    bool Configured,
    LastChange? LastChange)
{
    /// <summary>True where the person may not see values: that the node is there is all that is told, for the way down leads through it.</summary>
    public bool IsBare { get; init; }

    /// <summary>IIS's number of a site; null for everything else and where the configuration gives the site none.</summary>
    public uint? SiteId { get; init; }

    /// <summary>Effective ASP.NET session mode ("InProc", "Off" …); null where the configuration is in error for it here.</summary>
    public string? AspNetMode { get; init; }

    /// <summary>Where that mode comes from.</summary>
    public ValueSource AspNetSource { get; init; }
}

/// <summary>The newest change of a node.</summary>
/// <param name="Sequence">Its audit record.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Who, for display.</param>
public sealed record LastChange(long Sequence, DateTimeOffset At, string Who);

/// <summary>A page of the tree.</summary>
/// <param name="Revision">The snapshot all rows are from. A cursor of another revision is answered <c>stale</c>.</param>
/// <param name="Items">The rows, in order.</param>
/// <param name="Total">Rows that match, on all pages.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
public sealed record NodePage(string Revision, IReadOnlyList<NodeRow> Items, int Total, string? NextCursor);

/// <summary>Which rows to list. All conditions must hold.</summary>
public sealed record NodeQuery
{
    /// <summary>Only this node and what is below it; null or "" for everything.</summary>
    public string? Under { get; init; }

    /// <summary>Only nodes whose path contains this text, without regard to case.</summary>
    public string? Search { get; init; }

    /// <summary>Only nodes whose sessions are on (true) or off (false).</summary>
    public bool? Asp { get; init; }

    /// <summary>Only nodes with that ASP.NET session mode ("Off", "InProc" …), without regard to case.</summary>
    public string? AspNet { get; init; }

    /// <summary>Only nodes whose value comes from there.</summary>
    public ValueSource? Source { get; init; }

    /// <summary>Only nodes that are locked (true) or open (false) for their own web.config.</summary>
    public bool? Locked { get; init; }

    /// <summary>Also list plain folders in which nothing is configured.</summary>
    public bool AllFolders { get; init; }

    /// <summary>Rows per page, 1 to 20,000.</summary>
    public int Limit { get; init; } = 5_000;

    /// <summary>The previous page's <see cref="NodePage.NextCursor"/>.</summary>
    public string? Cursor { get; init; }
}
