using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SessionState.Dashboard.SignIn.OpenIdConnect;

/// <summary>Somebody comes back from a provider.</summary>
internal static class ProviderReturn
{
    public static async Task EnterAsync(TicketReceivedContext context, IdentityProvider provider)
    {
        var http = context.HttpContext;
        var door = http.RequestServices.GetRequiredService<Door>();
        context.HandleResponse();
        if (ProviderClaims.ToActingUser(context.Principal!, provider) is not { } user)
        {
            door.Refuse(http, "somebody", provider.Name, "the token names no subject");
            await ShowRefusalAsync(http, context.ReturnUri);
            return;
        }

        var principal = context.Principal!;
        await door.EnterAsync(
            http, user, provider.Name, ProviderClaims.ToGroups(principal, provider), principal.SignedInAt(), ProviderClaims.SessionOf(principal));
        await new RazorComponentResult<ContinuePage>(new { ReturnUrl = SignInRoutes.LocalOrHome(context.ReturnUri) }).ExecuteAsync(http);
    }

    public static Task RefuseAsync(RemoteFailureContext context, IdentityProvider provider)
    {
        context.HandleResponse();
        context.HttpContext.RequestServices.GetRequiredService<Door>().Refuse(context.HttpContext, "somebody", provider.Name, context.Failure?.Message ?? "no reason given");
        return ShowRefusalAsync(context.HttpContext, context.Properties?.RedirectUri);
    }

    private static Task ShowRefusalAsync(HttpContext context, string? returnUrl) =>
        context.RequestServices.GetRequiredService<SignInPages>().Refuse(SignInProblem.ProviderRefused, returnUrl).ExecuteAsync(context);
}
