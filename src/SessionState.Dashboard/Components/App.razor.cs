using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components;

public sealed partial class App
{
    /// <summary>Where the host leaves this response's Content-Security-Policy nonce; the import map is the only inline script.</summary>
    public const string NonceItem = "csp-nonce";

    private static readonly string[] Styles = ["app", "frame", "explore", "node", "audit", "account", "access", "approvals", "overview", "print"];
    private static readonly string[] Modules = ["shortcuts", "copy", "download", "splitter", "columns", "reconnect"];

    // Nothing about a server is put into a page before the browser has opened its circuit: such pages could be cached.
    private readonly IComponentRenderMode _mode = new InteractiveServerRenderMode(prerender: false);
    private BrowserPreferences _preferences = BrowserPreferences.Unknown;
    private Dictionary<string, object>? _nonce;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    protected override void OnInitialized()
    {
        _nonce = Http.Items[NonceItem] is string nonce ? new() { ["nonce"] = nonce } : null;
        _preferences = BrowserPreferences.Read(name => Http.Request.Cookies[name]);
    }
}
