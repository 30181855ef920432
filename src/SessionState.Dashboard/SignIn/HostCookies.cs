using Microsoft.AspNetCore.Authentication.Cookies;

namespace SessionState.Dashboard.SignIn;

/// <summary>
/// Over https a cookie carries the prefix by which browsers promise that only this host has set it, over https and for all paths.
/// Over http, that is on this machine, there is no such promise and a browser would drop the cookie.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    public const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
