using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>A database on another machine can be away. Row D01: whoever is not known stays outside, and who is inside stays there.</summary>
public sealed class PostgreSqlTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Database_Away_LetsNobodyInAndComesBack()
    {
        var database = server.NewDatabase();
        await using var dashboard = DashboardFactory.WithAccounts(database);
        using var ann = dashboard.CreateBrowser();
        using var stranger = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var made = await ann.SetUpAsync(dashboard.SetupLink);
        server.Allow(database, connections: false);

        using var refused = await stranger.SignInAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("Npgsql", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ann.StatusAsync("/"));

        server.Allow(database, connections: true);
        using var answer = await stranger.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Session_EndedWhileTheDatabaseIsAway_StaysEndedAfterwards()
    {
        var database = server.NewDatabase();
        await using var dashboard = DashboardFactory.WithAccounts(database);
        using var ann = dashboard.CreateBrowser();
        await dashboard.AnnouncedAsync();
        using var made = await ann.SetUpAsync(dashboard.SetupLink);
        var sessions = dashboard.Services.GetRequiredService<SessionBook>();
        var session = Assert.Single(sessions.Everybody);
        server.Allow(database, connections: false);
        await sessions.EndAsync([session.Key]);

        server.Allow(database, connections: true);
        await sessions.SweepAsync();

        Assert.Empty(await dashboard.Services.GetRequiredService<ISessionRows>().LoadAsync());
        Assert.Equal(HttpStatusCode.Redirect, await ann.StatusAsync("/"));
    }
}
