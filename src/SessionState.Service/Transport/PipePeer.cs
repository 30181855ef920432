using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Security.Principal;
using Microsoft.AspNetCore.Connections.Features;

namespace SessionState.Service.Transport;

/// <summary>
/// Learns who calls over the named pipe. Windows tells only after something was read from it, so this is asked with the request and not with the
/// connection; who may connect at all is <see cref="PipeRights"/>. Compiled, not run on Windows yet.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class PipePeer(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IConnectionNamedPipeFeature>()?.NamedPipe is { } pipe)
        {
            if (SidOf(pipe) is not { } sid)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            context.Features.Set(new PeerIdentity(null, null, sid));
        }

        return next(context);
    }

    private static string? SidOf(NamedPipeServerStream pipe)
    {
        string? sid = null;
        try
        {
            pipe.RunAsClient(() =>
            {
                using var caller = WindowsIdentity.GetCurrent(TokenAccessLevels.Query);
                sid = caller.User?.Value;
            });
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }

        return sid;
    }
}
