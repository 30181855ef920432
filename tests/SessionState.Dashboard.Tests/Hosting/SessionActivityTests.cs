using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class SessionActivityTests : IAsyncLifetime
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(20);

    private static readonly ActingUser Ann = new("local", "ann", "Ann");

    private readonly ManualClock _clock = new();
    private readonly SessionBook _sessions;
    private string _id = "";
    private bool _handled;

    public SessionActivityTests() => _sessions = new(_clock, new MemoryRows());

    public async ValueTask InitializeAsync() => _id = await _sessions.StartAsync(Ann, "link", "", "");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Page_WorkedIn_KeepsItsSession()
    {
        _clock.Advance(AWhile);
        await ActAsync();
        _clock.Advance(AWhile);

        Assert.True(_sessions.IsLive(_id));
        Assert.True(_handled);
    }

    [Fact]
    public async Task Page_LeftAlone_LosesItsSessionAndWorkDoesNotBringItBack()
    {
        _clock.Advance(AWhile + AWhile);
        await ActAsync();

        Assert.False(_sessions.IsLive(_id));
    }

    [Fact]
    public async Task Session_SignedOut_IsNotBroughtBackByAnOpenPage()
    {
        await _sessions.EndAsync(_id);
        await ActAsync();

        Assert.False(_sessions.IsLive(_id));
        Assert.False(_handled);
    }

    private Task ActAsync()
    {
        var person = Ann.ToPrincipal(_id, "link", _clock.GetUtcNow(), []);
        return new SessionActivity(_sessions, new FixedAuthentication(person)).CreateInboundActivityHandler(_ =>
        {
            _handled = true;
            return Task.CompletedTask;
        })(null!);
    }

    private sealed class FixedAuthentication(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }
}
