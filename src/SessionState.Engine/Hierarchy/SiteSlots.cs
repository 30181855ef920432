using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>The sites of a snapshot in order of their names without regard to case.</summary>
internal static class SiteSlots
{
    /// <summary>Makes the slots; of two sites with one name the first counts.</summary>
    internal static SiteSlot[] Make(ServerLevel level, Func<Site, ImmutableArray<ContentRoot>> content)
    {
        var slots = level.Layout.Sites
            .Where(SiteProblems.IsUsable)
            .DistinctBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
            .Select(site => new SiteSlot(level, site, content(site)))
            .ToArray();
        Array.Sort(slots, static (a, b) => string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase));
        return slots;
    }

    /// <summary>The index of the site of that name; -1 for none.</summary>
    internal static int IndexOf(SiteSlot[] slots, ReadOnlySpan<char> name)
    {
        var (low, high) = (0, slots.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = name.CompareTo(slots[middle].Name, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order > 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    internal static IEnumerable<VirtualDirectory> DirectoriesOf(Site site) =>
        site.Applications.SelectMany(application => application.VirtualDirectories);
}
