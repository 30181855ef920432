using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SessionState.Dashboard.Hosting;

namespace SessionState.Dashboard.SignIn.Accounts;

internal static class AccountServices
{
    private static readonly TimeSpan CeremonyTime = TimeSpan.FromMinutes(5);

    public static void AddAccounts(this IServiceCollection services, DataFolder folder, SignInOptions options)
    {
        AccountsDatabase.AddTo(services, folder, options);
        services.AddIdentityCore<Account>(AccountRules.Configure)
            .AddPasswordValidator<UncommonPasswordValidator>()
            .AddEntityFrameworkStores<AccountsContext>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(AccountRules.Configure);
        services.Configure<IdentityPasskeyOptions>(passkeys => AccountRules.Configure(passkeys, options.PasskeyDomain));
        services.AddSingleton<FirstAccount>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<PasswordAttempts>();
        services.AddScoped<PasswordDoor>();
        services.AddScoped<AccountMaking>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<AccountAdministration>();
    }

    /// <summary>Where the framework keeps a passkey's challenge between question and answer.</summary>
    public static void ConfigureCeremonyCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "SessionState.Passkey";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = CeremonyTime;
    }
}
