using Microsoft.AspNetCore.WebUtilities;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>What the Explore page shows, as its address says it.</summary>
/// <param name="Node">The node whose details are open; "" is the server, null is none.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Open">Paths of opened nodes.</param>
public sealed record ExploreState(string? Node, NodeFilter Filter, IReadOnlyList<string> Open)
{
    /// <summary>Opened nodes beyond this many characters are left out, so that the address stays one that can be mailed.</summary>
    public const int MaxOpenLength = 1_000;

    // No Windows name can hold it.
    private const char Separator = '|';

    public static ExploreState Default { get; } = new(null, NodeFilter.None, []);

    public static ExploreState Parse(string uri)
    {
        var query = new Query(uri);
        var filter = new NodeFilter
        {
            Search = query["q"] ?? "",
            Under = query["under"] is { Length: > 0 } under ? under : null,
            Asp = query.Enum<AspState>("asp"),
            AspNet = query["aspnet"] is { Length: > 0 } mode ? mode : null,
            Source = query.Enum<ValueSource>("source"),
            Locked = query["locked"] switch { "yes" => true, "no" => false, _ => null },
            Problems = query["problems"] == "yes",
            AllFolders = query["folders"] == "all",
        };
        var open = query["open"]?.Split(Separator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new(query["node"], filter, open);
    }

    public string ToUrl()
    {
        var values = new Dictionary<string, string?>
        {
            ["node"] = Node,
            ["q"] = NullIfEmpty(Filter.Search),
            ["under"] = Filter.Under,
            ["asp"] = Query.Word(Filter.Asp),
            ["aspnet"] = Filter.AspNet?.ToLowerInvariant(),
            ["source"] = Query.Word(Filter.Source),
            ["locked"] = Filter.Locked switch { true => "yes", false => "no", null => null },
            ["problems"] = Filter.Problems ? "yes" : null,
            ["folders"] = Filter.AllFolders ? "all" : null,
            ["open"] = NullIfEmpty(OpenWord()),
        };
        return QueryHelpers.AddQueryString("explore", values.Where(value => value.Value is not null));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private string OpenWord()
    {
        var length = 0;
        return string.Join(Separator, Open.TakeWhile(path => (length += path.Length + 1) <= MaxOpenLength));
    }
}
