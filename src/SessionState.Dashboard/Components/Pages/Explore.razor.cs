using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Components.Joint;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Tree;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Joint;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>The tree with the details beside it. What it shows is in the address, so that it can be mailed and gone back to.</summary>
public sealed partial class Explore : FeedComponent
{
    // More would not fit into the address anyway.
    private const int OpenRemembered = 100;

    private readonly OwnMoves _moves = new();
    private readonly ChangeMarks _marks = new(TimeProvider.System);
    private ExploreState _state = ExploreState.Default;
    private TreeProjection? _projection;
    private TreeGrid? _grid;
    private NodePane? _pane;
    private readonly TreeSelection _selection = new();
    private JointDialog? _joint;
    private bool _enterPane;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Places Places { get; init; }

    private bool MayChange => Feed.Rights.May(Permission.SessionSet) || Feed.Rights.May(Permission.SessionClear);

    private string CountText => _projection is { Filter.Narrows: true }
        ? string.Create(CultureInfo.InvariantCulture, $"{_projection.Hits:N0} of {_projection.Total:N0} nodes")
        : string.Create(CultureInfo.InvariantCulture, $"{_projection?.Total ?? 0:N0} nodes");

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Navigation.LocationChanged += OnLocationChanged;
        _state = ExploreState.Parse(Navigation.Uri);
        Places.Explore = _state.ToUrl();
        Build(Feed.Current);
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
        Build(change.State);
        if (change.Who is not null && change.ChangedPaths.Count > 0)
        {
            _marks.Add(change.ChangedPaths, change.Who, change.External);
            _ = TidyLaterAsync();
        }

        if (_grid is not null)
        {
            await _grid.RefreshAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    private void Build(FeedState feed)
    {
        if (feed.Tree is null)
        {
            // Grants may have ended.
            _projection = null;
            return;
        }

        if (_projection is null)
        {
            _projection = new(feed.Tree, _state.Filter);
            _projection.OpenOnly(_state.Open);
            Reveal(_state.Node);
        }
        else if (_projection.Tree != feed.Tree)
        {
            _projection.Replace(feed.Tree);
        }
    }

    private void Reveal(string? path)
    {
        if (path is not null && _projection?.Tree.IndexOf(path) is > 0 and var node)
        {
            _projection.Reveal(node);
        }
    }

    private async Task FilterAsync(NodeFilter filter)
    {
        _projection!.Apply(filter);
        Go(_state with { Filter = filter }, replace: true);
        await _grid!.RefreshAsync();
    }

    private async Task ExpandAllAsync()
    {
        _projection!.ExpandAll();
        Go(_state with { Open = [TreeProjection.Everything] }, replace: true);
        await _grid!.RefreshAsync();
    }

    private async Task CollapseAllAsync()
    {
        _projection!.CollapseAll();
        RememberOpen();
        await _grid!.RefreshAsync();
    }

    private Task ChangeSelectedAsync(bool? value)
    {
        var paths = _selection.Paths(_projection!.Tree);
        var title = value switch { true => "Turn ASP sessions on", false => "Turn ASP sessions off", _ => "Let ASP sessions be inherited" };
        return _joint!.OpenAsync($"{title} for {JointText.Nodes(paths)}", JointParts.Bulk(paths, value));
    }

    private Task SelectHitsAsync()
    {
        _selection.AddHits(_projection!);
        return RefreshAsync();
    }

    private async Task ClearSelectionAsync()
    {
        _selection.Clear();
        await RefreshAsync();
        await LeaveAsync();
    }

    private async Task RefreshAsync()
    {
        if (_grid is not null)
        {
            await _grid.RefreshAsync();
        }
    }

    private void RememberOpen() => Go(_state with { Open = [.. _projection!.OpenPaths().Take(OpenRemembered)] }, replace: true);

    private void OpenAsync(OpenRequest request)
    {
        _enterPane = request.Enters;
        Go(_state with { Node = request.Path }, replace: false);
    }

    private async Task CloseAsync()
    {
        if (_state.Node is not null)
        {
            Go(_state with { Node = null }, replace: false);
            await LeaveAsync();
        }
    }

    private async Task LeaveAsync()
    {
        if (_grid is not null)
        {
            await _grid.FocusAsync();
        }
    }

    private void Go(ExploreState state, bool replace)
    {
        _state = state;
        var url = state.ToUrl();
        if (url != Places.Explore)
        {
            Places.Explore = url;
            _moves.Add(url);
            Navigation.NavigateTo(url, replace: replace);
        }
    }

    // Back, forward, or a link inside the page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        var state = ExploreState.Parse(args.Location);
        if (!IsHere(args.Location) || _moves.Arrived(state.ToUrl()))
        {
            return;
        }

        (_state, Places.Explore) = (state, state.ToUrl());
        if (_projection is not null)
        {
            _projection.Apply(state.Filter);
            _projection.OpenOnly(state.Open);
            Reveal(state.Node);
        }

        StateHasChanged();
        if (_grid is not null)
        {
            await _grid.RefreshAsync();
        }
    });

    private bool IsHere(string location) =>
        Navigation.ToBaseRelativePath(location).Split('?', '#')[0] is DashboardUrls.Home or DashboardUrls.Explore;

    private async Task TidyLaterAsync()
    {
        await Task.Delay(ChangeMarks.Life);
        await InvokeAsync(async () =>
        {
            _marks.Tidy();
            if (_grid is not null)
            {
                await _grid.RefreshAsync();
            }
        });
    }
}
