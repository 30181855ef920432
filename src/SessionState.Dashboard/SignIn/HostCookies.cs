namespace SessionState.Dashboard.SignIn;

/// <summary>
/// Over https all our cookies carry the prefix by which browsers promise that only this host has set them, over https and for all paths.
/// Inside they go by their plain names; a cookie that comes under a plain name is left out, because any page of the domain can have set it.
/// Over http, that is on this machine, there is no such promise and a browser would drop the cookies.
/// </summary>
internal static class HostCookies
{
    public const string Prefix = "__Host-";

    /// <summary>What the names of our cookies begin with, but for the colours and the clock, which scripts set.</summary>
    public const string Ours = "SessionState.";

    /// <summary>After the proxies have said whether it is https, and before anything reads a cookie.</summary>
    public static void UseHostCookies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsHttps)
        {
            context.Request.Headers.Cookie = string.Join("; ", context.Request.Headers.Cookie.SelectMany(Received));
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.SetCookie is { Count: > 0 } cookies)
                {
                    context.Response.Headers.SetCookie = cookies.Select(Sent).ToArray();
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    private static IEnumerable<string> Received(string? header) => (header ?? "")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(cookie => !cookie.StartsWith(Ours, StringComparison.Ordinal))
        .Select(cookie => cookie.StartsWith(Prefix + Ours, StringComparison.Ordinal) ? cookie[Prefix.Length..] : cookie);

    private static string? Sent(string? cookie) => cookie?.StartsWith(Ours, StringComparison.Ordinal) == true ? Prefix + cookie : cookie;
}
