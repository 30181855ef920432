using System.Threading.RateLimiting;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Security;

/// <summary>How many open pages there may be, and how often somebody may try to sign in.</summary>
internal static class RequestLimits
{
    public const string SignIn = "sign-in";
    public const int SignInsPerMinute = 30;
    public const int CircuitsPerPerson = 5;
    public const int Circuits = 600;

    // A page that is loaded anew opens its circuit before the server has noticed that the old one is gone.
    private const int Waiting = 1;

    public static void AddRequestLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(context, "", Circuits, waiting: 0)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(context, Person(context), CircuitsPerPerson, Waiting)));
    });

    // The request of a circuit lasts as long as its page is open.
    private static RateLimitPartition<string> Limit(HttpContext context, string partition, int limit, int waiting) =>
        context.Request.Path == OriginGuard.CircuitPath
            ? RateLimitPartition.GetConcurrencyLimiter(partition, _ => new ConcurrencyLimiterOptions { PermitLimit = limit, QueueLimit = waiting })
            : RateLimitPartition.GetNoLimiter("none");

    private static string Person(HttpContext context) => context.User.ToActingUser() is { } user ? $"{user.Issuer}\n{user.Subject}" : "";
}
