using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Components.Joint;
using SessionState.Dashboard.Model.Compare;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Model.Nodes;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>Two nodes side by side. Which ones is in the address.</summary>
public sealed partial class Compare : FeedComponent
{
    private CompareState _state = new(null, null, false);
    private Comparison? _comparison;
    private Problem? _problem;
    private string? _revision;
    private JointDialog? _joint;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private bool CanCopy => _comparison is { DifferentSettings: > 0, B.Path: var path }
        && Feed.Current.Server?.ReadOnlyReason is null && Feed.Rights.May(Permission.SessionSet, path) && _comparison.ToParts().Count > 0;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _state = CompareState.Parse(Navigation.Uri);
        await LoadAsync();
    }

    protected override Task FollowAsync(FeedChange change) => change.State.Tree?.Revision == _revision ? Task.CompletedTask : LoadAsync();

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    private void Go(CompareState state) => Navigation.NavigateTo(state.ToUrl());

    private Task CopyAsync() =>
        _joint!.OpenAsync($"Make {NodeText.Path(_comparison!.B.Path)} like {NodeText.Path(_comparison.A.Path)}", _comparison.ToParts());

    private async Task LoadAsync()
    {
        var state = _state;
        _revision = Feed.Current.Tree?.Revision;
        if (state is not { A: { } first, B: { } second })
        {
            (_comparison, _problem) = (null, null);
            return;
        }

        var a = await Service.GetNodeAsync(first, CancellationToken.None);
        var b = a.Problem is null ? await Service.GetNodeAsync(second, CancellationToken.None) : a;
        if ((state.A, state.B) == (_state.A, _state.B))
        {
            _problem = a.Problem ?? b.Problem;
            _comparison = a.Value is null || b.Value is null ? null : Comparison.Read(a.Value, b.Value, Feed.Current.Tree);
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        if (Navigation.ToBaseRelativePath(args.Location).Split('?', '#')[0] == DashboardUrls.Compare)
        {
            var before = _state;
            _state = CompareState.Parse(args.Location);
            if ((before.A, before.B) != (_state.A, _state.B))
            {
                (_comparison, _problem) = (null, null);
                await LoadAsync();
            }

            StateHasChanged();
        }
    });
}
