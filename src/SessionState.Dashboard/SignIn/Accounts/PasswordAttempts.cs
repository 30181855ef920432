using System.Threading.RateLimiting;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Slows down guessing at one account, from wherever. A name without an account counts alike, so that nothing is learned from it.</summary>
internal sealed class PasswordAttempts : IDisposable
{
    public const int PerMinute = 5;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetFixedWindowLimiter(
        name.ToUpperInvariant(), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool Allow(string name)
    {
        using var lease = _limiter.AttemptAcquire(name);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
