namespace SessionState.Engine.Hierarchy;

/// <summary>The content that a snapshot already has, by the folder that the configuration names.</summary>
internal sealed class KnownContent
{
    private readonly Dictionary<string, ContentRoot> _byPath = new(StringComparer.OrdinalIgnoreCase);

    internal static KnownContent Of(IEnumerable<SiteTree> sites)
    {
        var known = new KnownContent();
        foreach (var site in sites)
        {
            var index = 0;
            foreach (var application in site.Site.Applications)
            {
                foreach (var directory in application.VirtualDirectories)
                {
                    known._byPath.TryAdd(directory.ExpandedPath, site.Content[index++]);
                }
            }
        }

        return known;
    }

    internal ContentRoot Find(Site site, VirtualDirectory directory) =>
        _byPath.GetValueOrDefault(directory.ExpandedPath, ContentRoot.Unknown);
}
