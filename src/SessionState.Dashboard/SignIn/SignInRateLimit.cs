using System.Threading.RateLimiting;

namespace SessionState.Dashboard.SignIn;

internal static class SignInRateLimit
{
    public const string Policy = "sign-in";

    public const int AttemptsPerMinute = 30;

    public static void AddSignInRateLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, cancellationToken) => new ValueTask(rejected.HttpContext.Response.WriteAsync(
            "Too many attempts to sign in from this address. Wait a minute, then try again.", cancellationToken));
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
