namespace SessionState.Service.Grants;

internal static class GrantServices
{
    public static void AddGrants(this IServiceCollection services, PolicyStore policy)
    {
        services.AddSingleton(policy).AddSingleton<PolicyChanges>();
        services.AddHostedService<PolicyWatch>();
    }
}
