using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes, IReadOnlyList<IdentityProvider> providers)
    {
        foreach (var provider in providers)
        {
            routes.MapGet($"/with/{provider.Name}", (string? returnUrl, HttpContext context) => Start(provider, returnUrl, context));
        }
    }

    private static Results<ChallengeHttpResult, RedirectHttpResult> Start(IdentityProvider provider, string? returnUrl, HttpContext context) =>
        OtherSites.Sent(context)
            ? TypedResults.LocalRedirect(SignInRoutes.Page)
            : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = SignInRoutes.LocalOrHome(returnUrl) }, [provider.Scheme]);
}
