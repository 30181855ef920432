using Microsoft.AspNetCore.Identity;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>What ASP.NET Core Identity is told about passwords, lockout and passkeys.</summary>
internal static class AccountRules
{
    public const int ShortestPassword = 15;
    public const int LongestPassword = 128;
    public const int AttemptsBeforeLockout = 5;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    // PBKDF2 with HMAC-SHA-512; the framework's default is 100,000.
    private const int Iterations = 210_000;

    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
        options.Lockout.DefaultLockoutTimeSpan = Lockout;

        // Length and rarity count. Rules about digits and signs only make passwords that are written on notes.
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    public static void Configure(PasswordHasherOptions options) => options.IterationCount = Iterations;

    public static void Configure(IdentityPasskeyOptions options, string domain)
    {
        options.ServerDomain = domain;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";

        // Exactly the page's own origin: the framework would also take any subdomain and any port.
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}");
    }
}
