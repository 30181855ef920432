using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>
/// Who sits at an open page. Once the session has ended that is nobody, to whoever asks; a page that does not ask learns it within a
/// minute. And it is never somebody else: a reconnecting browser brings its own person, who may not take over the page.
/// </summary>
internal sealed class SessionAuthenticationState(SessionBook sessions, ILoggerFactory logging) : RevalidatingServerAuthenticationStateProvider(logging)
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private ActingUser? _owner;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        return IsGood(state) ? state : Nobody;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(IsGood(authenticationState));

    private bool IsGood(AuthenticationState state)
    {
        if (state.User.ToActingUser() is not { } user || !sessions.IsLive(state.User.SessionId()))
        {
            return false;
        }

        _owner ??= user;
        return (user.Issuer, user.Subject) == (_owner.Issuer, _owner.Subject);
    }
}
