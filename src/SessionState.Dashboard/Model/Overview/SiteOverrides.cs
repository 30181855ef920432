using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Overview;

/// <summary>How many nodes of a site, itself included, set the ASP session state themselves.</summary>
public sealed record SiteOverrides(string Site, int Count)
{
    public string Url => DashboardUrls.Tree(new() { Under = Site, Source = ValueSource.SetHere });

    /// <summary>The sites with overrides, most first.</summary>
    public static IReadOnlyList<SiteOverrides> Read(ServerTree tree)
    {
        var sites = new List<SiteOverrides>();
        for (var site = 1; site < tree.Count; site = tree.End(site))
        {
            var count = Enumerable.Range(site, tree.End(site) - site).Count(node => tree[node] is { IsBare: false, Configured: true, AspSource: ValueSource.SetHere });
            if (count > 0)
            {
                sites.Add(new(tree[site].Path, count));
            }
        }

        return [.. sites.OrderByDescending(site => site.Count).ThenBy(site => site.Site, StringComparer.OrdinalIgnoreCase)];
    }
}
