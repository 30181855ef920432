using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>Connections that are opened to be kept busy. Row H05.</summary>
public sealed class SlowRequestTests(KestrelDashboard dashboard) : IClassFixture<KestrelDashboard>
{
    private const int Connections = 60;
    private const string HalfAHeader = "GET /signin HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private const string HalfABody = "POST /signin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=";

    [Fact]
    public async Task Requests_ThatDoNotEnd_LeaveOthersServedAndAreEnded()
    {
        var port = dashboard.Port;
        var slow = new List<RawConnection>();
        for (var number = 0; number < Connections; number++)
        {
            slow.Add(await RawConnection.OpenAsync(port));
            await slow[^1].SendAsync(number % 2 == 0 ? HalfAHeader : HalfABody);
        }

        for (var number = 0; number < Connections; number++)
        {
            using var quick = await RawConnection.OpenAsync(port);
            await quick.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal(200, await quick.ReadStatusAsync());
        }

        foreach (var connection in slow)
        {
            // Nothing more is sent; the server gives up by itself. Half a form is one that cannot be read.
            Assert.Matches("^HTTP/1.1 40[08] ", await connection.ReadToEndAsync());
            connection.Dispose();
        }
    }

    [Fact]
    public void Limits_OfSlownessAndSize_AreSet()
    {
        _ = dashboard.Port;
        var limits = dashboard.Factory.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.Equal(TimeSpan.FromSeconds(60), limits.KeepAliveTimeout);
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod));
        Assert.Equal(100, limits.MaxRequestHeaderCount);
        Assert.Equal(32 * 1024, limits.MaxRequestHeadersTotalSize);
        Assert.Equal(64 * 1024, limits.MaxRequestBodySize);
    }
}
