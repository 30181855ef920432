using System.Runtime.CompilerServices;
using SessionState.Engine.Hierarchy;

namespace SessionState.Service.Nodes;

/// <summary>A server's sites by name, as applicationHost.config defines them.</summary>
internal sealed class SiteDefinitions
{
    private static readonly ConditionalWeakTable<ServerLayout, SiteDefinitions> Made = [];

    private readonly Dictionary<string, Site> _sites;

    private SiteDefinitions(ServerLayout layout) => _sites = layout.Sites
        .DistinctBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(site => site.Name, StringComparer.OrdinalIgnoreCase);

    public static SiteDefinitions Of(ServerConfiguration server) => Made.GetValue(server.Layout, layout => new(layout));

    /// <summary>The site of that name; null for none.</summary>
    public Site? Find(string name) => _sites.GetValueOrDefault(name);
}
