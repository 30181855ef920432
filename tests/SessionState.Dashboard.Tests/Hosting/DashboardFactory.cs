using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SessionState.Dashboard.Hosting;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>The real host in memory, with a clock and a console that tests hold, and no Service behind it.</summary>
public sealed class DashboardFactory : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _console = new();

    internal ManualClock Clock { get; } = new();

    /// <summary>The newest link on the console, as a path.</summary>
    internal string NewestLink
    {
        get
        {
            var line = ConsoleLines.Last(text => text.StartsWith("Sign in with this link", StringComparison.Ordinal));
            return line[line.IndexOf("/signin", StringComparison.Ordinal)..];
        }
    }

    internal string[] ConsoleLines => _console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Done when the first link is on the console.</summary>
    internal Task AnnouncedAsync() => AnnouncedAsync(Services);

    internal static Task AnnouncedAsync(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<Announcement>().Single().ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>A browser of its own: cookies, no redirects unless asked for.</summary>
    internal HttpClient CreateBrowser(bool followRedirects = false)
    {
        var client = CreateClient(new() { AllowAutoRedirect = followRedirects });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("DataDirectory", _folder.Path);
        builder.UseSetting("ServiceAddress", OperatingSystem.IsWindows() ? "pipe:nobody" : "unix:/nowhere/nobody.sock");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(TextWriter.Synchronized(_console)));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _console.Dispose();
        _folder.Dispose();
    }
}
