namespace SessionState.Engine.Hierarchy;

/// <summary>Which sites map a folder, so that a changed file is found without a walk over the whole server.</summary>
internal sealed class ContentIndex
{
    private readonly Dictionary<string, string[]> _sitesByRoot = new(StringComparer.OrdinalIgnoreCase);

    internal ContentIndex(SiteTree[] sites)
    {
        foreach (var site in sites)
        {
            foreach (var root in site.Content)
            {
                if (root.Folder is { } folder)
                {
                    var known = _sitesByRoot.GetValueOrDefault(folder.LocalPath, []);
                    if (!known.Contains(site.Site.Name))
                    {
                        _sitesByRoot[folder.LocalPath] = [.. known, site.Site.Name];
                    }
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
            found.UnionWith(_sitesByRoot.GetValueOrDefault(folder, []));
        }

        return found;
    }

    internal static bool HasSameRoots(SiteTree before, SiteTree after) => before.Content
        .Select(root => root.Folder?.LocalPath)
        .SequenceEqual(after.Content.Select(root => root.Folder?.LocalPath));
}
