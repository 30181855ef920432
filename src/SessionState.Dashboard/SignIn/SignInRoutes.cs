namespace SessionState.Dashboard.SignIn;

internal static class SignInRoutes
{
    public const string Page = "/signin";
    public const string SignOut = "/signout";

    /// <summary>Only places of this Dashboard are returned to; anything else becomes the first page.</summary>
    public static string LocalOrHome(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
