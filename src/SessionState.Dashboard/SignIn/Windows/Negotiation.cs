using System.ComponentModel;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Claims;
using System.Security.Principal;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Windows;

/// <summary>
/// Kerberos without IIS: one token from the browser, judged by the operating system with the host's keytab. NTLM, which takes several
/// rounds and can be relayed, is not offered.
/// </summary>
internal sealed class Negotiation(Door door)
{
    public const string Scheme = "Negotiate";

    /// <summary>Who calls; null where the request proves nobody.</summary>
    public ActingUser? Accept(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith($"{Scheme} ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Judge(context, header[(Scheme.Length + 1)..].Trim());
        }
        catch (Exception error) when (error is FormatException or AuthenticationException or Win32Exception or PlatformNotSupportedException or InvalidOperationException)
        {
            return Refuse(context, error.Message);
        }
    }

    private ActingUser? Judge(HttpContext context, string token)
    {
        using var negotiation = new NegotiateAuthentication(new NegotiateAuthenticationServerOptions
        {
            Package = "Negotiate",
            Credential = CredentialCache.DefaultNetworkCredentials,
            RequiredProtectionLevel = ProtectionLevel.None,
        });
        var answer = negotiation.GetOutgoingBlob(token, out var status);
        if (status != NegotiateAuthenticationStatusCode.Completed || negotiation.RemoteIdentity is not { IsAuthenticated: true, Name: { Length: > 0 and <= ActingUser.MaxLength } } person)
        {
            return Refuse(context, status.ToString());
        }

        if (answer is not null)
        {
            context.Response.Headers.WWWAuthenticate = $"{Scheme} {answer}";
        }

        return person is WindowsIdentity windows && OperatingSystem.IsWindows()
            ? WindowsPerson.Of(new ClaimsPrincipal(windows)).User
            : new ActingUser(WindowsPerson.KerberosIssuer, person.Name, person.Name.Split('@')[0]);
    }

    private ActingUser? Refuse(HttpContext context, string reason)
    {
        door.Refuse(context, "somebody", WindowsEndpoints.Method, reason);
        return null;
    }
}
