using Microsoft.AspNetCore.Components.Authorization;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Tests.Shared;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>ASVS 7.4.1, 8.3.2: what every call that changes something asks first.</summary>
public sealed class SessionAuthenticationStateTests : IDisposable
{
    private static readonly ActingUser Ann = new("local", "1", "Ann");
    private static readonly ActingUser Bob = new("local", "2", "Bob");

    private readonly ManualTime _clock = new();
    private readonly SessionBook _sessions;
    private readonly SessionAuthenticationState _page;

    public SessionAuthenticationStateTests()
    {
        _sessions = new(_clock, new MemoryRows());
        _page = new(_sessions, _clock);
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task Session_Revoked_IsNobodyAtTheNextQuestion()
    {
        var id = await ConnectAsync(Ann);
        Assert.Equal(Ann with { SignedInAt = _clock.GetUtcNow(), Method = "password" }, await new CurrentPerson(_page).GetAsync());

        await _sessions.EndAsync(id);

        Assert.Null(await new CurrentPerson(_page).GetAsync());
    }

    [Fact]
    public async Task Page_ThatAsksNothing_LearnsWithinAMinuteThatItsSessionWasRevoked()
    {
        var id = await ConnectAsync(Ann);
        Task<AuthenticationState>? told = null;
        _page.AuthenticationStateChanged += state => told = state;
        await _sessions.EndAsync(id);
        Assert.Null(told);

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.NotNull(told);
        Assert.False((await told).User.Identity!.IsAuthenticated);
    }

    [Fact]
    public async Task Page_OfALiveSession_IsNotDisturbed()
    {
        await ConnectAsync(Ann);
        var told = 0;
        _page.AuthenticationStateChanged += _ => told++;

        for (var minute = 0; minute < 10; minute++)
        {
            _clock.Advance(SessionAuthenticationState.LooksEvery);
        }

        Assert.Equal(0, told);
        Assert.Equal(Ann.Subject, (await new CurrentPerson(_page).GetAsync())?.Subject);
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
