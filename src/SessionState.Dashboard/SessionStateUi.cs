namespace SessionState.Dashboard;

/// <summary>What the screens need beside MudBlazor and the <c>IConfigurationService</c> that the host registers.</summary>
public static class SessionStateUi
{
    public static IServiceCollection AddSessionStateUi(this IServiceCollection services) =>
        services.AddCascadingAuthenticationState();
}
