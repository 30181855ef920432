using SessionState.Service.Changes;
using SessionState.Service.Events;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

internal static class GrantServices
{
    public static void AddGrants(this IServiceCollection services, PolicyStore policy)
    {
        services.AddSingleton(policy).AddSingleton<Rights>().AddSingleton<PolicyChanges>();
        services.AddSingleton<ChangePolicy>().AddSingleton<ChangeSight>();
        services.AddSingleton<NodeAccess>().AddSingleton<EventSight>();
        services.AddSingleton<GrantReader>().AddSingleton<GrantManager>();
        services.AddHostedService<PolicyNews>();
        services.AddHostedService<PolicyWatch>();
    }
}
