using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Components.Records;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Model.Records;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>What happened, newest first. Filters, page and open record are in the address.</summary>
public sealed partial class Audit : FeedComponent
{
    private AuditList? _list;
    private AuditChart? _chart;
    private RecordPane? _pane;
    private bool _enterPane;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    [Inject]
    public required Places Places { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string CountText => _list?.Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"{page.Total:N0}{(page.IsTotalMinimum ? "+" : "")} {(page.Total == 1 ? "record" : "records")}{(_list.Filter.Conditions > 0 ? " match" : "")}")
        : "";

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Clock.ZoneChanged += OnZoneChanged;
        _list = new(Service, Clock);
        _chart = new(Service, Clock);
        await ShowAsync(Navigation.Uri);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_enterPane && _pane is not null)
        {
            _enterPane = false;
            await _pane.FocusAsync();
        }
    }

    protected override async Task FollowAsync(FeedChange change)
    {
        if (_list is not null)
        {
            await _list.NoticeAsync(change.State.AuditHead, CancellationToken.None);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Clock.ZoneChanged -= OnZoneChanged;
        base.Dispose(disposing);
    }

    private async Task ShowAsync(string uri)
    {
        var filter = AuditFilter.Parse(uri);
        Places.Audit = filter.ToUrl();
        await _list!.LoadAsync(filter, Feed.Current.AuditHead, CancellationToken.None);
        await _chart!.ReadAsync(filter, Feed.Current.AuditHead, CancellationToken.None);
    }

    private async Task RefreshAsync()
    {
        await _list!.ReadAsync(Feed.Current.AuditHead, CancellationToken.None);
        await _chart!.ReadAsync(_list.Filter, Feed.Current.AuditHead, CancellationToken.None);
    }

    private void Go(AuditFilter filter) => Navigation.NavigateTo(filter.ToUrl());

    private void OpenAsync(long sequence)
    {
        _enterPane = true;
        Go(_list!.Filter with { Record = sequence });
    }

    private async Task CloseAsync()
    {
        var record = _list!.Filter.Record;
        Go(_list.Filter with { Record = null });
        await Js.InvokeVoidAsync("focusById", $"record-{record}");
    }

    // The days of the filter are the person's own.
    private void OnZoneChanged() => _ = InvokeAsync(async () =>
    {
        if (_list is { Filter: { From: not null } or { To: not null } })
        {
            await RefreshAsync();
            StateHasChanged();
        }
    });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        if (Navigation.ToBaseRelativePath(args.Location).Split('?', '#')[0] == DashboardUrls.Audit)
        {
            await ShowAsync(args.Location);
            StateHasChanged();
        }
    });
}
