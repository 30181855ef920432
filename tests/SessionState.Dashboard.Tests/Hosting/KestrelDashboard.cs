using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>The Dashboard on its real web server, for what a test server in memory does not know: bytes, sockets, time limits.</summary>
public sealed class KestrelDashboard : IDisposable
{
    public KestrelDashboard()
    {
        Factory = new();
        Factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http1));
    }

    internal DashboardFactory Factory { get; }

    internal int Port
    {
        get
        {
            Factory.StartServer();
            return Factory.ClientOptions.BaseAddress.Port;
        }
    }

    public void Dispose() => Factory.Dispose();
}
