using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionState.Contracts;
using SessionState.Dashboard.Security;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>How many pages may be open at once, of all people together. ASVS 2.4.1.</summary>
public sealed class CircuitLimitTests
{
    [Fact]
    public void Circuits_MoreThanTheServerCarries_AreRefusedUntilOneCloses()
    {
        var collection = new ServiceCollection().AddLogging();
        collection.AddRequestLimits();
        using var services = collection.BuildServiceProvider();
        var limiter = services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        var open = Enumerable.Range(0, RequestLimits.Circuits).Select(number => limiter.AttemptAcquire(Page(number))).ToList();
        Assert.All(open, page => Assert.True(page.IsAcquired));

        using var refused = limiter.AttemptAcquire(Page(RequestLimits.Circuits));
        using var another = limiter.AttemptAcquire(new DefaultHttpContext { Request = { Path = "/audit" } });
        open[0].Dispose();
        using var taken = limiter.AttemptAcquire(Page(RequestLimits.Circuits));

        Assert.Equal([false, true, true], new[] { refused, another, taken }.Select(page => page.IsAcquired));
        open.ForEach(page => page.Dispose());
    }

    private static DefaultHttpContext Page(int person) => new()
    {
        Request = { Path = OriginGuard.CircuitPath },
        User = new ActingUser("local", $"{person}", "Somebody").ToPrincipal($"{person}", "password", DateTimeOffset.UnixEpoch, []),
    };
}
