using System.Threading.RateLimiting;

namespace SessionState.Dashboard.SignIn;

internal static class SignInRateLimit
{
    public const string Policy = "sign-in";

    public const int AttemptsPerMinute = 30;

    public static void AddSignInRateLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
