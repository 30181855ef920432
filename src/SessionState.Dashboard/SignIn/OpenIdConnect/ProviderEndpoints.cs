using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes, IReadOnlyList<IdentityProvider> providers)
    {
        foreach (var provider in providers)
        {
            routes.MapGet($"/with/{provider.Name}", (string? returnUrl, bool? again, HttpContext context) => StartAsync(provider, returnUrl, again is true, context));
        }
    }

    /// <summary>Not among the others, because it is no person that calls, and not as seldom.</summary>
    public static void MapProviderLogouts(this IEndpointRouteBuilder routes, IReadOnlyList<IdentityProvider> providers)
    {
        foreach (var provider in providers)
        {
            routes.MapPost(provider.LogoutPath, async Task<Results<Ok, BadRequest>> ([FromForm(Name = "logout_token")] string? token, ProviderLogout logout, CancellationToken cancel) =>
                await logout.EndAsync(provider, token, cancel) is null ? TypedResults.Ok() : TypedResults.BadRequest())
                .AllowAnonymous().DisableAntiforgery();
        }
    }

    private static async Task StartAsync(IdentityProvider provider, string? returnUrl, bool again, HttpContext context)
    {
        if (OtherSites.Sent(context))
        {
            context.Response.Redirect(SignInRoutes.Page);
            return;
        }

        var back = SignInRoutes.LocalOrHome(returnUrl);
        try
        {
            await context.ChallengeAsync(provider.Scheme, Question(back, again));
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or HttpRequestException)
        {
            // Its discovery document cannot be read.
            context.RequestServices.GetRequiredService<Door>().Refuse(context, "somebody", provider.Name, error.Message);
            await context.RequestServices.GetRequiredService<SignInPages>().Refuse(SignInProblem.ProviderRefused, back).ExecuteAsync(context);
        }
    }

    // Once more means: ask the person, and say in the token when that was.
    private static OpenIdConnectChallengeProperties Question(string back, bool again)
    {
        var question = new OpenIdConnectChallengeProperties { RedirectUri = back };
        if (again)
        {
            (question.Prompt, question.MaxAge) = ("login", TimeSpan.Zero);
        }

        return question;
    }
}
