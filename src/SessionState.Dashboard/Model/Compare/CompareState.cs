using Microsoft.AspNetCore.WebUtilities;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>What the Compare page shows, as its address says it.</summary>
/// <param name="A">The first node; "" is the server, null is none yet.</param>
/// <param name="B">The second.</param>
/// <param name="All">Also what is the same.</param>
public sealed record CompareState(string? A, string? B, bool All)
{
    public static CompareState Parse(string uri)
    {
        var query = new Query(uri);
        return new(query["a"], query["b"], query["show"] == "all");
    }

    public string ToUrl()
    {
        var values = new Dictionary<string, string?> { ["a"] = A, ["b"] = B, ["show"] = All ? "all" : null };
        return QueryHelpers.AddQueryString(DashboardUrls.Compare, values.Where(value => value.Value is not null));
    }
}
