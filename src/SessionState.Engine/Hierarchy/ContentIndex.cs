namespace SessionState.Engine.Hierarchy;

/// <summary>Which sites map a folder, so that a changed file is found without a walk over the whole server.</summary>
internal sealed class ContentIndex
{
    private readonly Dictionary<string, string> _siteByRoot = new(StringComparer.OrdinalIgnoreCase);

    // Few folders are those of several sites.
    private readonly Dictionary<string, List<string>> _moreSitesByRoot = new(StringComparer.OrdinalIgnoreCase);

    internal ContentIndex(SiteSlot[] sites)
    {
        foreach (var site in sites)
        {
            foreach (var root in site.Content)
            {
                if (root.Folder is { } folder)
                {
                    Add(folder.LocalPath, site.Name);
                }
            }
        }
    }

    /// <summary>Names of the sites that reach the file's folder.</summary>
    internal IReadOnlyCollection<string> SitesOf(string file)
    {
        var found = new HashSet<string>();
        for (var folder = Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (_siteByRoot.TryGetValue(folder, out var site))
            {
                found.Add(site);
                found.UnionWith(_moreSitesByRoot.GetValueOrDefault(folder, []));
            }
        }

        return found;
    }

    private void Add(string root, string site)
    {
        if (_siteByRoot.TryAdd(root, site) || _siteByRoot[root] == site)
        {
            return;
        }

        if (!_moreSitesByRoot.TryGetValue(root, out var more))
        {
            _moreSitesByRoot[root] = more = [];
        }

        more.Add(site);
    }

    internal static bool HasSameRoots(SiteSlot before, SiteSlot after) => before.Content
        .Select(root => root.Folder?.LocalPath)
        .SequenceEqual(after.Content.Select(root => root.Folder?.LocalPath));
}
