using System.Security.Cryptography;
using SessionState.Dashboard.Components;

namespace SessionState.Dashboard.Security;

/// <summary>Sends the security headers with every response, also with errors and refusals.</summary>
internal static class SecurityHeaders
{
    private const int NonceBytes = 16;

    /// <summary>Before everything else in the pipeline, the framework's own filters included: they answer requests as well.</summary>
    public static void AddSecurityHeaders(this IServiceCollection services) =>
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Filter()));

    private static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Items[App.NonceItem] = nonce;

        // On starting, because the error handler empties the headers that were set earlier.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers, nonce, context.Request.IsHttps);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(IHeaderDictionary headers, string nonce, bool isHttps)
    {
        // Styles are inline because MudBlazor writes its theme and its positions so; scripts are not, but for the import map.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (isHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(SendAsync);
            next(app);
        };
    }
}
