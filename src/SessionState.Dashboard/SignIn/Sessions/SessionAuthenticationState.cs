using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>
/// Who sits at an open page. Once the session has ended that is nobody, to whoever asks; a page that does not ask learns it within a
/// minute. And it is never somebody else: a reconnecting browser brings its own person, who may not take over the page.
/// </summary>
/// <remarks>The framework has a class that looks every so often, too. It waits by the machine's clock alone, so that no test could hurry it.</remarks>
internal sealed class SessionAuthenticationState : ServerAuthenticationStateProvider, IDisposable
{
    public static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(1);

    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly SessionBook _sessions;
    private readonly ITimer _timer;
    private ActingUser? _owner;

    public SessionAuthenticationState(SessionBook sessions, TimeProvider time)
    {
        _sessions = sessions;
        _timer = time.CreateTimer(_ => _ = LookAsync(), null, LooksEvery, LooksEvery);
    }

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        return IsGood(state) ? state : Nobody;
    }

    public void Dispose() => _timer.Dispose();

    private async Task LookAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        if (state != Nobody && !IsGood(state))
        {
            SetAuthenticationState(Task.FromResult(Nobody));
        }
    }

    private bool IsGood(AuthenticationState state)
    {
        if (state.User.ToActingUser() is not { } user || !_sessions.IsLive(state.User.SessionId()))
        {
            return false;
        }

        _owner ??= user;
        return (user.Issuer, user.Subject) == (_owner.Issuer, _owner.Subject);
    }
}
