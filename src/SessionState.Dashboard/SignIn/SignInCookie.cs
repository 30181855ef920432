using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SessionState.Dashboard.PlainPages;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn;

internal static class SignInCookie
{
    public const string Name = "SessionState.SignIn";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionBook.LongestLife;
        options.SlidingExpiration = false;
        options.LoginPath = SignInRoutes.Page;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ChallengeAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionBook>();
        if (!sessions.Touch(context.Principal?.SessionId()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    // A person is taken to the sign-in page; a program is told plainly.
    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && ErrorPages.IsForPerson(request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
