using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Events;

/// <summary>Tells a listener of what they may see and of nothing else. It is looked up for every event: a grant may have ended meanwhile.</summary>
internal sealed class EventSight(Rights rights)
{
    /// <summary>What a caller hears of an event; null for nothing.</summary>
    public Func<ServerEvent, ServerEvent?> Of(Caller caller)
    {
        string? told = null;
        return happened =>
        {
            var stamped = happened with { Policy = rights.PolicyStamp };
            var isNews = told != stamped.Policy;
            told = stamped.Policy;
            return Of(rights.SightOf(caller), stamped, isNews);
        };
    }

    private static ServerEvent? Of(Sight sight, ServerEvent happened, bool policyIsNews)
    {
        if (sight.IsWhole)
        {
            return happened;
        }

        var sites = happened.ChangedSites?.Where(sight.Names).ToList();
        var paths = happened.ChangedPaths.Where(sight.Tree.Holds).ToList();
        return sites is not [] || policyIsNews ? happened with { ChangedSites = sites, ChangedPaths = paths } : null;
    }
}
