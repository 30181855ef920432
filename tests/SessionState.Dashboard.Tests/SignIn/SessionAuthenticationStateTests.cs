using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>ASVS 7.4.1, 8.3.2: what every call that changes something asks first.</summary>
public sealed class SessionAuthenticationStateTests : IDisposable
{
    private static readonly ActingUser Ann = new("local", "1", "Ann");
    private static readonly ActingUser Bob = new("local", "2", "Bob");

    private readonly ManualClock _clock = new();
    private readonly SessionBook _sessions;
    private readonly SessionAuthenticationState _page;

    public SessionAuthenticationStateTests()
    {
        _sessions = new(_clock, new MemoryRows());
        _page = new(_sessions, NullLoggerFactory.Instance);
    }

    public void Dispose() => ((IDisposable)_page).Dispose();

    [Fact]
    public async Task Session_Revoked_IsNobodyAtTheNextQuestion()
    {
        var id = await ConnectAsync(Ann);
        Assert.Equal(Ann with { SignedInAt = _clock.GetUtcNow(), Method = "password" }, await new CurrentPerson(_page).GetAsync());

        await _sessions.EndAsync(id);

        Assert.Null(await new CurrentPerson(_page).GetAsync());
    }

    [Fact]
    public async Task Session_TooLongIdle_IsNobody()
    {
        await ConnectAsync(Ann);
        _clock.Advance(SessionBook.LongestIdle);

        Assert.Null(await new CurrentPerson(_page).GetAsync());
    }

    [Fact] // C08
    public async Task Page_TakenUpByAnotherPerson_IsNobodys()
    {
        await ConnectAsync(Ann);
        await new CurrentPerson(_page).GetAsync();

        await ConnectAsync(Bob);

        Assert.Null(await new CurrentPerson(_page).GetAsync());
    }

    [Fact]
    public async Task Page_TakenUpByTheSamePersonInANewSession_GoesOn()
    {
        await ConnectAsync(Ann);
        await new CurrentPerson(_page).GetAsync();

        await ConnectAsync(Ann);

        Assert.Equal(Ann with { SignedInAt = _clock.GetUtcNow(), Method = "password" }, await new CurrentPerson(_page).GetAsync());
    }

    private async Task<string> ConnectAsync(ActingUser user)
    {
        var id = await _sessions.StartAsync(user, "password", "", "");
        _page.SetAuthenticationState(Task.FromResult(new AuthenticationState(user.ToPrincipal(id, "password", _clock.GetUtcNow(), []))));
        return id;
    }
}
