using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class SessionActivityTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(20);

    private readonly ManualClock _clock = new();
    private readonly Sessions _sessions;
    private readonly string _id;
    private bool _handled;

    public SessionActivityTests()
    {
        _sessions = new(_clock);
        _id = _sessions.Start();
    }

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
        _sessions.End(_id);
        await ActAsync();

        Assert.False(_sessions.IsLive(_id));
    }

    private Task ActAsync()
    {
        var person = new ActingUser("local", "ann", "Ann").ToPrincipal(_id);
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
