using System.Globalization;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>The location tags of a file for the whole server, by the site they name.</summary>
internal sealed class HostTags
{
    private readonly Dictionary<string, List<LocationTag>> _bySite;

    private HostTags(Dictionary<string, List<LocationTag>> bySite) => _bySite = bySite;

    internal HostTags(ConfigurationFile applicationHost)
    {
        _bySite = new(StringComparer.OrdinalIgnoreCase);
        var sites = _bySite.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var tag in applicationHost.Locations)
        {
            if (tag.IsOwnLevel || tag.IsIdle)
            {
                continue;
            }

            var site = SiteOf(tag.Path);
            if (!sites.TryGetValue(site, out var tags))
            {
                sites[site] = tags = [];
            }

            tags.Add(tag);
        }
    }

    /// <summary>The tags of a site, in file order.</summary>
    internal IReadOnlyList<LocationTag> Of(string site) => _bySite.TryGetValue(site, out var tags) ? tags : [];

    /// <summary>The tags after an edit of one that keeps its place, or is the last.</summary>
    internal HostTags With(LocationTag? before, LocationTag after)
    {
        var site = SiteOf(after.Path).ToString();
        var tags = Of(site);
        return new(new Dictionary<string, List<LocationTag>>(_bySite, StringComparer.OrdinalIgnoreCase)
        {
            [site] = before is null ? [.. tags, after] : [.. tags.Select(tag => ReferenceEquals(tag, before) ? after : tag)],
        });
    }

    /// <summary>The tags of a site, which ASP.NET's files may name by its number too.</summary>
    internal IEnumerable<LocationTag> OfNameOrId(Site site)
    {
        var number = site.Id.ToString(CultureInfo.InvariantCulture);
        return site.Name == number ? Of(number) : Of(site.Name).Concat(Of(number));
    }

    /// <summary>A warning for each tag that names no site.</summary>
    internal IEnumerable<Diagnostic> Idle(HashSet<string> sites, string file) => _bySite
        .Where(entry => !sites.Contains(entry.Key))
        .SelectMany(entry => entry.Value)
        .Select(tag => Diagnostic.Warning(
            DiagnosticCodes.UnknownPath,
            $"The location tag '{tag.Path}' names no site of this server, so it has no effect.",
            file,
            tag.Line,
            "Remove the tag, or correct the site's name in its path."));

    internal static ReadOnlySpan<char> SiteOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? path : path.AsSpan(0, slash);
    }
}
