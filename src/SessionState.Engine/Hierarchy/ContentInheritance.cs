using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>Finds the content that a snapshot already has, for one with another applicationHost.config.</summary>
internal sealed class ContentInheritance(SiteSlot[] sites)
{
    private readonly Lazy<Dictionary<string, ContentRoot>> _byFolder = new(() => ByFolder(sites));

    /// <summary>The content of a site as the other file describes it. Folders that no site had are unknown.</summary>
    internal ImmutableArray<ContentRoot> Of(Site site)
    {
        var index = SiteSlots.IndexOf(sites, site.Name);
        return index >= 0 && Folders(sites[index].Site).SequenceEqual(Folders(site))
            ? sites[index].Content
            : [.. Folders(site).Select(folder => _byFolder.Value.GetValueOrDefault(folder, ContentRoot.Unknown))];
    }

    private static Dictionary<string, ContentRoot> ByFolder(SiteSlot[] sites)
    {
        var found = new Dictionary<string, ContentRoot>(StringComparer.OrdinalIgnoreCase);
        foreach (var (folder, content) in sites.SelectMany(slot => Folders(slot.Site).Zip(slot.Content)))
        {
            found.TryAdd(folder, content);
        }

        return found;
    }

    private static IEnumerable<string> Folders(Site site) => SiteSlots.DirectoriesOf(site).Select(directory => directory.ExpandedPath);
}
