using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>A server in memory with one rule: the nearest value on the way up holds. No engine; just enough to fill a screen.</summary>
internal sealed class FakeServer
{
    private readonly SortedDictionary<string, FakeNode> _nodes = new(StringComparer.OrdinalIgnoreCase) { [""] = new("", NodeKind.Server, null) };
    private int _changes;

    public string Revision => $"r{_changes}";

    public string? ReadOnlyReason { get; set; }

    public IReadOnlyList<RequirementInfo> Requirements { get; set; } = [];

    public IReadOnlyDictionary<string, FakeNode> Nodes => _nodes;

    /// <summary>Five sites with applications, a plain folder, a broken web.config, values at several levels.</summary>
    public static FakeServer Small() => new FakeServer()
        .Add("Contoso", NodeKind.Site, "http/*:80:www.contoso.com")
        .Add("Contoso/images", NodeKind.VirtualDirectory, @"C:\inetpub\contoso\images")
        .Add("Contoso/shop", NodeKind.Application, "Contoso Shop")
        .Add("Contoso/shop/checkout", NodeKind.Application, "Contoso Shop")
        .Add("Contoso/shop/plain", NodeKind.Folder, @"C:\inetpub\contoso\shop\plain", configured: false)
        .Add("Default Web Site", NodeKind.Site, "http/*:80:")
        .Add("Fabrikam", NodeKind.Site, "http/*:80:www.fabrikam.com")
        .Add("Fabrikam/classic", NodeKind.Application, "Fabrikam")
        .Add("Fabrikam/reports", NodeKind.Application, "Fabrikam", error: "asp is locked in applicationHost.config line 29, so this web.config may not contain it.")
        .Add("Northwind", NodeKind.Site, "http/*:80:northwind")
        .Add("Woodgrove", NodeKind.Site, "http/*:80:woodgrove", locked: false)
        .Set("Contoso/shop", false)
        .Set("Northwind", true);

    public FakeServer Add(string path, NodeKind kind, string? detail, bool configured = true, bool locked = true, string? error = null)
    {
        _nodes[path] = new(path, kind, detail) { Configured = configured, Locked = locked, Error = error };
        return this;
    }

    public FakeServer Set(string path, bool? value)
    {
        _nodes[path].Own = value;
        return this;
    }

    /// <summary>Changes a value and with it the revision.</summary>
    public void Change(string path, bool? value, LastChange last)
    {
        Set(path, value);
        _nodes[path].LastChange = last;
        _changes++;
    }

    public void Remove(string path)
    {
        foreach (var gone in _nodes.Keys.Where(key => IsUnder(key, path)).ToList())
        {
            _nodes.Remove(gone);
        }

        _changes++;
    }

    public void Touch() => _changes++;

    /// <summary>The node that sets the value that holds here; null where none does.</summary>
    public FakeNode? Setter(string path)
    {
        for (var at = path; ; at = at.Contains('/') ? at[..at.LastIndexOf('/')] : "")
        {
            if (_nodes[at].Own is not null)
            {
                return _nodes[at];
            }

            if (at.Length == 0)
            {
                return null;
            }
        }
    }

    public bool? Value(string path) => _nodes[path].Error is not null ? null : Setter(path)?.Own ?? true;

    public static bool IsUnder(string path, string? under) =>
        string.IsNullOrEmpty(under) || path.Equals(under, StringComparison.OrdinalIgnoreCase) || path.StartsWith(under + "/", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<NodeRow> Rows()
    {
        var children = _nodes.Values.Where(node => node.Path.Length > 0).ToLookup(node => node.Parent);
        return Walk(_nodes[""], children).Select(node => Row(node, children[node.Path].Count()));
    }

    private static IEnumerable<FakeNode> Walk(FakeNode node, ILookup<string, FakeNode> children) =>
        children[node.Path].SelectMany(child => Walk(child, children)).Prepend(node);

    private NodeRow Row(FakeNode node, int childCount)
    {
        var setter = Setter(node.Path);
        var source = setter is null ? ValueSource.Default : setter == node ? ValueSource.SetHere : ValueSource.Inherited;
        return new(
            node.Path, node.Name, node.Kind, node.Depth, childCount, node.Detail, Value(node.Path), source,
            setter?.Path, node.Locked, node.Error is null ? 0 : 1, node.Configured, node.LastChange) { AspNetMode = "InProc" };
    }
}
