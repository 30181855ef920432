using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>What a database makes of sessions.</summary>
public class SessionRowsTests(string? postgreSql = null) : AccountTests(postgreSql)
{
    private ISessionRows Rows => Dashboard.Services.GetRequiredService<ISessionRows>();

    [Fact]
    public async Task Session_Stored_IsReadAsItWas()
    {
        var session = Named("1") with { Issuer = "https://login.example.com/tenant/v2.0", Name = "Zoë 平 👩‍💻", Address = "2001:db8::1" };

        await Rows.AddAsync(session);

        Assert.Equal([session], await Rows.LoadAsync());
    }

    [Fact]
    public async Task Session_Seen_IsNotedForItAlone()
    {
        await Rows.AddAsync(Named("1"));
        await Rows.AddAsync(Named("2"));
        var later = Named("1") with { LastSeen = Named("1").LastSeen.AddMinutes(5) };

        await Rows.SeenAsync([later]);

        Assert.Equal([later, Named("2")], (await Rows.LoadAsync()).OrderBy(session => session.Key));
    }

    [Fact]
    public async Task Sessions_ManyRemoved_LeaveTheOthers()
    {
        var keys = Enumerable.Range(0, 300).Select(number => $"{number}").ToList();
        foreach (var key in keys)
        {
            await Rows.AddAsync(Named(key));
        }

        await Rows.RemoveAsync(keys[1..]);

        Assert.Equal([Named(keys[0])], await Rows.LoadAsync());
    }

    [Fact]
    public async Task Tables_AreWhatThisVersionExpectsAndMadeOnce()
    {
        await using var scope = Dashboard.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsContext>().Database;
        var cancel = TestContext.Current.CancellationToken;

        await database.MigrateAsync(cancel);

        Assert.Empty(await database.GetPendingMigrationsAsync(cancel));
        Assert.NotEmpty(await database.GetAppliedMigrationsAsync(cancel));
        Assert.False(database.HasPendingModelChanges());
    }

    private Session Named(string key)
    {
        var now = Dashboard.Clock.GetUtcNow();
        return new(key, "local", "1", "Ann", "password", now, now, "10.0.0.1", "Firefox on Linux");
    }
}
