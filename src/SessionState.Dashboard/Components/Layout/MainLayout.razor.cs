using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Layout;

public sealed partial class MainLayout : IDisposable
{
    private BrowserPreferences _preferences = BrowserPreferences.Unknown;
    private DotNetObjectReference<MainLayout>? _self;
    private ErrorBoundary _boundary = default!;
    private ShortcutSheet _shortcuts = default!;
    private string _skipTarget = "";
    private bool _interactive;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    private BrowserPreferences Initial { get; set; } = BrowserPreferences.Unknown;

    /// <summary>The browser tells that the operating system's preference changed.</summary>
    [JSInvokable]
    public void Changed(string theme, bool systemIsDark, string? timeZone)
    {
        _preferences = new(BrowserPreferences.Parse(theme), systemIsDark, timeZone);
        Clock.Use(timeZone);
        StateHasChanged();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _self?.Dispose();
    }

    protected override void OnInitialized()
    {
        _preferences = Initial;
        Snackbar.Configuration.PositionClass = Defaults.Classes.Position.BottomStart;
        Snackbar.Configuration.VisibleStateDuration = 10_000;
        Snackbar.Configuration.MaximumOpacity = 100;
        Clock.Use(Initial.TimeZone);
        _skipTarget = $"{Navigation.Uri}#main";
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _interactive = true;
            _self = DotNetObjectReference.Create(this);
            var told = await Js.InvokeAsync<Told?>("preferences.attach", _self);
            Changed(told?.Theme ?? "", told?.SystemIsDark ?? Initial.SystemIsDark, told?.TimeZone ?? Initial.TimeZone);
        }
    }

    private async Task ChooseThemeAsync(ThemeMode theme)
    {
        _preferences = _preferences with { Theme = theme };
        await Js.InvokeVoidAsync("preferences.setTheme", theme.ToString().ToLowerInvariant());
    }

    // Another page is another chance; the faulty one stays reachable by its link.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        _skipTarget = $"{args.Location}#main";
        _boundary.Recover();
        StateHasChanged();
    }

    private sealed record Told(string Theme, bool SystemIsDark, string? TimeZone);
}
