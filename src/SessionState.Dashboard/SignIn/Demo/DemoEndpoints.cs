using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SessionState.Dashboard.SignIn.Demo;

internal static class DemoEndpoints
{
    public const string Method = "demo";

    public static void MapDemo(this IEndpointRouteBuilder routes) => routes.MapPost("/demo", EnterAsync);

    private static async Task<Results<RedirectHttpResult, NotFound>> EnterAsync(
        [FromForm] string? person, [FromForm] string? returnUrl, HttpContext context, Door door)
    {
        if (DemoPerson.All.FirstOrDefault(candidate => candidate.Subject == person) is not { } chosen)
        {
            return TypedResults.NotFound();
        }

        await door.EnterAsync(context, chosen.ToActingUser(), Method);
        return TypedResults.LocalRedirect(SignInRoutes.LocalOrHome(returnUrl));
    }
}
