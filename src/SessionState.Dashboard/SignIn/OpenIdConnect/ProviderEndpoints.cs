using Microsoft.AspNetCore.Authentication;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes, IReadOnlyList<IdentityProvider> providers)
    {
        foreach (var provider in providers)
        {
            routes.MapGet($"/with/{provider.Name}", (string? returnUrl, HttpContext context) => StartAsync(provider, returnUrl, context));
        }
    }

    private static async Task StartAsync(IdentityProvider provider, string? returnUrl, HttpContext context)
    {
        if (OtherSites.Sent(context))
        {
            context.Response.Redirect(SignInRoutes.Page);
            return;
        }

        var back = SignInRoutes.LocalOrHome(returnUrl);
        try
        {
            await context.ChallengeAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = back });
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or HttpRequestException)
        {
            // Its discovery document cannot be read.
            context.RequestServices.GetRequiredService<Door>().Refuse(context, "somebody", provider.Name, error.Message);
            await context.RequestServices.GetRequiredService<SignInPages>().Refuse(SignInProblem.ProviderRefused, back).ExecuteAsync(context);
        }
    }
}
