using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SessionState.Dashboard.Hosting;
using SessionState.Dashboard.Security;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.OpenIdConnect;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.SignIn.Windows;

namespace SessionState.Dashboard.SignIn;

internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, DataFolder folder, SignInOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Console.Out);
        services.AddSingleton(options);
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInConsole>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<SignInRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInRecorder>());
        services.AddSingleton<Door>();
        services.AddSingleton<Negotiation>();
        services.AddSingleton<ProviderLogout>();
        services.AddSessions();
        services.AddAccounts(folder, options);
        services.AddDataProtection().SetApplicationName("SessionState.Dashboard").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "SessionState.Antiforgery";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SignInCookie.Configure)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, AccountServices.ConfigureCeremonyCookie)
            .AddProviders(options.Providers);

        // IIS would otherwise sign people in on every page by the credentials that browsers send unasked.
        services.Configure<IISServerOptions>(iis => iis.AutomaticAuthentication = false);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRequestLimits();
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<ISessionRows, SessionRows>();
        services.AddSingleton<SessionBook>();
        services.AddHostedService<SessionSweep>();
        services.AddSingleton<CircuitOwners>();
        services.AddSingleton<MessagePace>();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationState>();
        services.AddScoped<CircuitHandler, SessionActivity>();
    }
}
