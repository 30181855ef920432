using Microsoft.JSInterop;

namespace SessionState.Dashboard.Components.Controls;

internal static class JsModules
{
    /// <summary>Disposes what may be gone already, together with the browser window.</summary>
    public static async ValueTask DisposeQuietlyAsync(this IAsyncDisposable module)
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone; nothing on the other side is left to clean up.
        }
    }
}
