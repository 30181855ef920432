namespace SessionState.Dashboard.SignIn;

internal static class SignInRoutes
{
    public const string Page = "/signin";
    public const string SignOut = "/signout";
    public const string Demo = "/signin/demo";
    public const string Password = "/signin/password";
    public const string Passkey = "/signin/passkey";
    public const string PasskeyOptions = "/signin/passkey/options";

    public const string Windows = "/signin/windows";

    /// <summary>Where the first account is made.</summary>
    public const string Setup = "/signin/setup";

    /// <summary>Where somebody who was invited chooses a password.</summary>
    public const string Invitation = "/signin/invitation";

    /// <summary>Only places of this Dashboard are returned to; anything else becomes the first page.</summary>
    public static string LocalOrHome(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
