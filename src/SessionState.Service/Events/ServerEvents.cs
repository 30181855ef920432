using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Events;

/// <summary>Makes the events.</summary>
internal sealed class ServerEvents(ConfigurationSet files, AuditLog audit, EventHub hub)
{
    private const int MaxPaths = 200;
    private const int MaxSites = 100;

    /// <summary>The present state, for whoever begins to listen: everything may be new to them.</summary>
    public ServerEvent Present() => new(files.Current.Revision, null, [], audit.HeadSequence, null, false);

    /// <summary>Only the audit grew.</summary>
    public void PublishAudit() => hub.Publish(new(files.Current.Revision, [], [], audit.HeadSequence, null, false));

    /// <summary>Something happened to a request for a second person; whoever sees nothing but these places hears of it, too.</summary>
    public void PublishApproval(IEnumerable<string> places)
    {
        var sites = places.Where(place => place.Length > 0).Select(place => place.Split('/', 2)[0]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        hub.Publish(new(files.Current.Revision, sites.Count <= MaxSites ? sites : null, [], audit.HeadSequence, null, false));
    }

    /// <summary>The configuration changed.</summary>
    /// <param name="revision">The revision after it.</param>
    /// <param name="sites">Sites whose rows may differ; null for the whole tree.</param>
    /// <param name="paths">Nodes whose effective value changed.</param>
    /// <param name="who">Who caused it.</param>
    /// <param name="external">Whether it was done outside this product.</param>
    public void PublishChange(
        string revision, IReadOnlyCollection<string>? sites, IEnumerable<string> paths, string who, bool external) => hub.Publish(new(
            revision, sites is { Count: <= MaxSites } ? [.. sites] : null, [.. paths.Take(MaxPaths)], audit.HeadSequence, who, external));
}
