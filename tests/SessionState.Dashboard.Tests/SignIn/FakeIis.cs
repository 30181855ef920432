using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>What IIS's integration hands to the Dashboard, for whoever the request names. IIS itself was not there.</summary>
internal sealed class FakeIis(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Person = "X-Windows-Person";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Person].ToString() is not { Length: > 0 } name)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, name), new(ClaimTypes.PrimarySid, "S-1-5-21-1-2-3-1104"),
                new(ClaimTypes.GroupSid, "S-1-5-21-1-2-3-2201"), new(ClaimTypes.GroupSid, "S-1-1-0"),
            ],
            "Negotiate");
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}
