using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SessionState.Dashboard.SignIn;

/// <summary>Work in an open page keeps its session alive: such a page sends no requests that would carry the cookie.</summary>
internal sealed class SessionActivity(Sessions sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            var state = await authentication.GetAuthenticationStateAsync();
            sessions.Touch(state.User.SessionId());
            await next(context);
        };
}
