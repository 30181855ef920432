using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>
/// Work in an open page keeps its session alive: such a page sends no requests that would carry the cookie. In a session that has
/// ended nothing is carried out any more, whatever the page still shows.
/// </summary>
internal sealed class SessionActivity(SessionBook sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            var state = await authentication.GetAuthenticationStateAsync();
            if (sessions.Touch(state.User.SessionId()))
            {
                await next(context);
            }
        };
}
