using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>Which nodes somebody wants to see. All conditions must hold; null means no condition.</summary>
public sealed record NodeFilter
{
    private readonly string _search = "";
    private readonly string? _host;

    public static NodeFilter None { get; } = new();

    /// <summary>Part of a name or detail; with a slash in it, part of a path; a web address means its host's bindings.</summary>
    public string Search
    {
        get => _search;
        init => (_search, _host) = (value, HostOf(value));
    }

    /// <summary>A node: only it and what is below it; null for the whole server.</summary>
    public string? Under { get; init; }

    public AspState? Asp { get; init; }

    /// <summary>An ASP.NET session mode.</summary>
    public string? AspNet { get; init; }

    public ValueSource? Source { get; init; }

    /// <summary>Locked (true) or open (false) for the node's own web.config.</summary>
    public bool? Locked { get; init; }

    /// <summary>Only nodes with errors of their own.</summary>
    public bool Problems { get; init; }

    /// <summary>Also plain folders in which nothing is configured.</summary>
    public bool AllFolders { get; init; }

    /// <summary>How many conditions a person could lift; folders are no condition, they add.</summary>
    public int Conditions =>
        (Search.Length > 0 ? 1 : 0) + (Under is null ? 0 : 1) + (Asp is null ? 0 : 1) + (AspNet is null ? 0 : 1) + (Source is null ? 0 : 1) + (Locked is null ? 0 : 1) + (Problems ? 1 : 0);

    public bool Narrows => Conditions > 0;

    public static AspState StateOf(NodeRow row) =>
        row.AspSession switch { true => AspState.On, false => AspState.Off, null => AspState.Error };

    /// <summary>Whether the node is in the tree at all.</summary>
    public bool Lists(NodeRow row) => (AllFolders || row.Configured) && (Under is null || IsUnder(row.Path, Under));

    /// <summary>Whether the node fulfils every condition but the search. Of a bare node no value is known, so that no condition on one holds.</summary>
    public bool Passes(NodeRow row) => row.IsBare ? (this with { Search = "", Under = null }).Conditions == 0 : PassesWithValues(row);

    private bool PassesWithValues(NodeRow row) =>
        (Asp is null || Asp == StateOf(row))
        && HasMode(row)
        && (Source is null || Source == row.AspSource)
        && (Locked is null || Locked == row.Locked)
        && (!Problems || row.Errors > 0);

    internal bool HasMode(NodeRow row) => AspNet is null || AspNet.Equals(row.AspNetMode, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this very node is what the search means.</summary>
    public bool Finds(NodeRow row) =>
        _search.Length == 0
        || (_host is not null ? Contains(row.Detail, _host)
            : _search.Contains('/') ? Contains(row.Path, _search)
            : Contains(row.Name, _search) || Contains(row.Detail, _search));

    private static bool IsUnder(string path, string under) =>
        path.StartsWith(under, StringComparison.OrdinalIgnoreCase) && (path.Length == under.Length || path[under.Length] == '/');

    // "http://www.contoso.com/shop", as somebody copies it from a browser or a ticket.
    private static string? HostOf(string search) =>
        search.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(search, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;
}
