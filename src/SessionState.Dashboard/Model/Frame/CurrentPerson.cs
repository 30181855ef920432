using Microsoft.AspNetCore.Components.Authorization;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>Who sits at this browser window.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider authentication)
{
    /// <summary>Null when the session has ended meanwhile.</summary>
    public async Task<ActingUser?> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.ToActingUser();

    /// <summary>The session of this browser; null when it has ended.</summary>
    internal async Task<string?> GetSessionAsync() => (await authentication.GetAuthenticationStateAsync()).User.SessionId();
}
