using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Live;

/// <summary>Events that arrived while the last ones were still being worked on, as one.</summary>
internal static class EventBatch
{
    public static ServerEvent Merge(ServerEvent earlier, ServerEvent later)
    {
        var who = earlier.Who is null || earlier.Who == later.Who ? later.Who : later.Who is null ? earlier.Who : "several people";
        return new(
            later.Revision,
            earlier.ChangedSites is null || later.ChangedSites is null
                ? null
                : [.. earlier.ChangedSites.Union(later.ChangedSites, StringComparer.OrdinalIgnoreCase)],
            [.. earlier.ChangedPaths.Union(later.ChangedPaths, StringComparer.OrdinalIgnoreCase)],
            Math.Max(earlier.AuditHead, later.AuditHead),
            who,
            earlier.External || later.External);
    }
}
