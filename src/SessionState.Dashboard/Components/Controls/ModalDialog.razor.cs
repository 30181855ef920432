using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SessionState.Dashboard.Components.Controls;

/// <summary>
/// The browser's own modal dialog. MudBlazor's keeps the focus inside by a round trip to the server, so on a slow line the keys
/// typed meanwhile reach the page behind it; this one needs no server for that.
/// </summary>
public sealed partial class ModalDialog : IAsyncDisposable
{
    private readonly string _titleId = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private bool _open;
    private bool _show;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>After it was closed, by whatever means.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    public bool IsOpen => _open;

    public void Open()
    {
        (_open, _show) = (true, true);
        StateHasChanged();
    }

    public async Task CloseAsync()
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("close", _dialog);
        }

        await ClosedAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_show)
        {
            _show = false;
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"/{Assets["js/dialog.js"]}");
            await _module.InvokeVoidAsync("show", _dialog);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeQuietlyAsync();
        }
    }

    private async Task ClosedAsync()
    {
        if (_open)
        {
            _open = false;
            StateHasChanged();
            await Closed.InvokeAsync();
        }
    }
}
