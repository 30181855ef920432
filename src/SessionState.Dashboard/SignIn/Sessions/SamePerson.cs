using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>A page that lost its connection is taken up again by nobody but the person it was opened by. The framework itself asks only for its secret id.</summary>
internal sealed class SamePerson(AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        if (state.User.ToActingUser() is null)
        {
            throw new InvalidOperationException("The page belongs to another person, or its session has ended.");
        }
    }
}
