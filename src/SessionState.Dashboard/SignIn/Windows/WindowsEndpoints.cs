using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SessionState.Dashboard.SignIn.Windows;

/// <summary>
/// The only place that takes Windows or Kerberos credentials. Browsers send those unasked, so everywhere else they would let any web
/// site act for the person; here they are swapped for the cookie and forgotten.
/// </summary>
internal static class WindowsEndpoints
{
    public const string Method = "windows";

    /// <summary>IIS's own scheme; it is there where IIS hosts this process.</summary>
    public const string IisScheme = "Windows";

    public static void MapWindows(this IEndpointRouteBuilder routes) => routes.MapGet("/windows", EnterAsync);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> EnterAsync(
        string? returnUrl, HttpContext context, IAuthenticationSchemeProvider schemes, Negotiation negotiation, Door door, SignInPages pages)
    {
        if (OtherSites.Sent(context))
        {
            return TypedResults.LocalRedirect(SignInRoutes.Page);
        }

        var (user, groups) = await schemes.GetSchemeAsync(IisScheme) is null
            ? (negotiation.Accept(context), [])
            : WindowsPerson.Of((await context.AuthenticateAsync(IisScheme)).Principal);
        if (user is not null)
        {
            await door.EnterAsync(context, user, Method, groups);
            return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
        }

        context.Response.Headers.WWWAuthenticate = Negotiation.Scheme;
        return pages.Refuse(SignInProblem.WindowsRefused, returnUrl);
    }
}
