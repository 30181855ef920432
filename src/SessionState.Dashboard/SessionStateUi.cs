using Microsoft.Extensions.DependencyInjection.Extensions;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard;

/// <summary>What the screens need beside MudBlazor and the <c>IConfigurationService</c> that the host registers.</summary>
public static class SessionStateUi
{
    public static IServiceCollection AddSessionStateUi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServerFeeds>();
        services.AddHostedService(provider => provider.GetRequiredService<ServerFeeds>());
        services.AddScoped<PersonalFeed>();
        services.AddScoped<PersonalService>();
        services.AddScoped<BrowserClock>();
        services.AddScoped<Places>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<DraftShelf>().AddScoped<FreshSignIn>();
        return services.AddCascadingAuthenticationState();
    }
}
