using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using SessionState.Dashboard.Components.Approvals;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>Changes that take a second person: what waits for this person, what they asked for, and what became of the rest.</summary>
public sealed partial class Approvals : ApprovalWatcher
{
    private ApprovalPane? _pane;
    private Guid? _open;
    private bool _enterPane;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string CountText => !IsRead ? "" : Board.Count switch
    {
        0 => "Nothing waits for you",
        1 => "1 waits for you",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} wait for you"),
    };

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _open = Requested(Navigation.Uri);
        return base.OnInitializedAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_enterPane && _pane is not null)
        {
            _enterPane = false;
            await _pane.FocusAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    private static Guid? Requested(string uri) => Guid.TryParse(new Query(uri)["request"], out var id) ? id : null;

    private async Task CloseAsync()
    {
        var closed = _open;
        Navigation.NavigateTo(DashboardUrls.Approvals);
        await Js.InvokeVoidAsync("focusById", $"request-{closed}");
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(() =>
    {
        if (Navigation.ToBaseRelativePath(args.Location).Split('?', '#')[0] == DashboardUrls.Approvals)
        {
            var asked = Requested(args.Location);
            _enterPane = asked is not null && asked != _open;
            _open = asked;
            StateHasChanged();
        }
    });
}
