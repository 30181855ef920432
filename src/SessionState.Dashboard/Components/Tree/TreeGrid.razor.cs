using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Components.Tree;

/// <summary>
/// A flat, virtualized tree grid: only the rows on the screen exist, so it does not matter how many there are. The focus stays on
/// the grid and <c>aria-activedescendant</c> names the row, because a row that is scrolled away could not keep the focus.
/// </summary>
public sealed partial class TreeGrid : IAsyncDisposable
{
    /// <summary>In pixels; the same as --row-height in explore.css.</summary>
    private const int RowHeight = 46;

    private readonly TreeKeys _keys = new(new TypeAhead(TimeProvider.System));
    private ElementReference _grid;
    private Virtualize<TreeLine>? _list;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private string _activePath = "";
    private Range _window;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required TreeProjection Projection { get; set; }

    /// <summary>The node whose details are open; null for none.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter, EditorRequired]
    public required ChangeMarks Marks { get; set; }

    /// <summary>The marked nodes; null where the person may change none, so that there is nothing to mark them for.</summary>
    [Parameter]
    public TreeSelection? Selection { get; set; }

    /// <summary>Other nodes are marked than before.</summary>
    [Parameter]
    public EventCallback OnSelected { get; set; }

    /// <summary>Somebody wants to see a node's details.</summary>
    [Parameter]
    public EventCallback<OpenRequest> OnOpen { get; set; }

    /// <summary>Rows were opened or closed.</summary>
    [Parameter]
    public EventCallback OnRowsChanged { get; set; }

    /// <summary>Somebody wants the details away.</summary>
    [Parameter]
    public EventCallback OnEscape { get; set; }

    private int Active => Math.Max(0, Projection.Tree.IndexOf(_activePath));

    private string? ActiveId => Active == 0 || IsDrawn(Projection.IndexOf(Active)) ? RowId(Active) : null;

    /// <summary>Paints the rows anew after the projection changed.</summary>
    public async Task RefreshAsync()
    {
        if (_list is not null)
        {
            await _list.RefreshDataAsync();
        }

        StateHasChanged();
    }

    public async Task FocusAsync() => await _grid.FocusAsync();

    /// <summary>Makes a visible node the active one and scrolls to it.</summary>
    public async Task ActivateAsync(int node)
    {
        _activePath = Projection.Tree[node].Path;
        StateHasChanged();
        if (_module is not null && Projection.IndexOf(node) is >= 0 and var row)
        {
            await _module.InvokeVoidAsync("reveal", _grid, Math.Max(0, row - 1), RowHeight);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null && _attached is not null)
        {
            await _attached.DisposeQuietlyAsync();
            await _module.DisposeQuietlyAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", $"/{Assets["js/tree.js"]}");
            _attached = await _module.InvokeAsync<IJSObjectReference>("attach", _grid);
            if (Selected is not null && Projection.Tree.IndexOf(Selected) is >= 0 and var selected)
            {
                await ActivateAsync(selected);
            }
        }
    }

    private static string RowId(int node) => string.Create(CultureInfo.InvariantCulture, $"node-{node}");

    // Row 0 is the server's, pinned above the list.
    private ValueTask<ItemsProviderResult<TreeLine>> Provide(ItemsProviderRequest request)
    {
        var count = Projection.Rows.Count - 1;
        var first = Math.Min(request.StartIndex, count);
        var lines = Enumerable.Range(first + 1, Math.Min(request.Count, count - first)).Select(row => TreeLine.Read(Projection, row)).ToArray();
        var before = ActiveId;
        _window = first..(first + lines.Length);
        if (ActiveId != before)
        {
            StateHasChanged();
        }

        return ValueTask.FromResult(new ItemsProviderResult<TreeLine>(lines, count));
    }

    private bool IsDrawn(int row) => row - 1 >= _window.Start.Value && row - 1 < _window.End.Value;

    private bool IsSelected(NodeRow row) => string.Equals(row.Path, Selected, StringComparison.OrdinalIgnoreCase);

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (args.CtrlKey || args.AltKey || args.MetaKey)
        {
            return;
        }

        if (args.Key == "Escape")
        {
            await OnEscape.InvokeAsync();
            return;
        }

        var page = args.Key is "PageDown" or "PageUp" && _module is not null ? await _module.InvokeAsync<int>("pageSize", _grid, RowHeight) : 10;
        var before = _activePath;
        var result = _keys.Handle(Projection, Active, args.Key, page);
        if (result.RowsChanged)
        {
            await RowsChangedAsync();
        }

        await ActivateAsync(result.Active);
        if (Selection is not null && (result.Marks || (args.ShiftKey && args.Key is "ArrowDown" or "ArrowUp")))
        {
            await MarkAsync(before, args);
        }
        else if (result.Opens)
        {
            await OpenAsync(_activePath, result.Enters);
        }
    }

    private async Task OpenAsync(string path, bool enters)
    {
        _activePath = path;
        await OnOpen.InvokeAsync(new(path, enters));
    }

    // Shift and an arrow mark where one comes from, too.
    private async Task MarkAsync(string before, KeyboardEventArgs args)
    {
        if (args.Key != " " && !Selection!.Contains(before))
        {
            Selection.Toggle(before);
        }

        await CheckAsync(_activePath, args.ShiftKey);
    }

    private async Task CheckAsync(string path, bool extend)
    {
        _activePath = path;
        if (extend)
        {
            Selection!.Extend(Projection, path);
        }
        else
        {
            Selection!.Toggle(path);
        }

        await OnSelected.InvokeAsync();
    }

    private async Task ToggleAsync(string path)
    {
        _activePath = path;
        Projection.Toggle(Active);
        await RowsChangedAsync();
    }

    private async Task RowsChangedAsync()
    {
        await RefreshAsync();
        await OnRowsChanged.InvokeAsync();
    }
}
