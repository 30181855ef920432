namespace SessionState.Dashboard.SignIn;

/// <summary>Nobody is signed in because some other web site wanted it; that takes a press on our own page, or an address typed in.</summary>
internal static class OtherSites
{
    public static bool Sent(HttpContext context) => context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
