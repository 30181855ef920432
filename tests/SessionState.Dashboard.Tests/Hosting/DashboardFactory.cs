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

    /// <summary>What an operator would set; without local accounts unless a test wants them.</summary>
    internal Dictionary<string, string?> Settings { get; } = new() { ["SignIn:Link"] = "true", ["SignIn:Local"] = "false" };

    /// <summary>With local accounts and nothing else.</summary>
    /// <param name="postgreSql">The connection string of their database; null: SQLite in the data folder.</param>
    internal static DashboardFactory WithAccounts(string? postgreSql = null)
    {
        var dashboard = new DashboardFactory();
        dashboard.Settings.Clear();
        dashboard.Settings["SignIn:PostgreSql"] = postgreSql;
        return dashboard;
    }

    /// <summary>The newest link on the console, as a path.</summary>
    internal string NewestLink => LinkAfter("Sign in with this link");

    /// <summary>The newest link to make the first account with, as a path.</summary>
    internal string SetupLink => LinkAfter("There is no account yet.");

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

    private string LinkAfter(string words)
    {
        var line = ConsoleLines.Last(text => text.StartsWith(words, StringComparison.Ordinal));
        return line[line.IndexOf("/signin", StringComparison.Ordinal)..];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("DataDirectory", _folder.Path);
        builder.UseSetting("ServiceAddress", OperatingSystem.IsWindows() ? "pipe:nobody" : "unix:/nowhere/nobody.sock");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

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
