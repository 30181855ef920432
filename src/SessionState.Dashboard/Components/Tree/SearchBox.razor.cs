using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SessionState.Dashboard.Components.Tree;

public sealed partial class SearchBox
{
    private readonly HashSet<string> _echoes = [];
    private ElementReference _input;
    private string _shown = "";
    private string _typed = "";
    private string? _next;

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public string Label { get; set; } = "Search";

    [Parameter]
    public string Placeholder { get; set; } = "Search";

    protected override void OnParametersSet()
    {
        // What was typed comes back from the page a little later, when more has been typed already; that is no reason to change the field.
        var typed = _typed.Trim();
        if (!_echoes.Contains(Value) && Value != typed)
        {
            Show(Value);
        }
        else if (Value == typed)
        {
            _echoes.Clear();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (_next is not null)
        {
            (_shown, _next) = (_next, null);
            StateHasChanged();
        }
    }

    private async Task InputAsync(ChangeEventArgs args)
    {
        _typed = args.Value?.ToString() ?? "";
        _echoes.Add(_typed.Trim());
        await ValueChanged.InvokeAsync(_typed.Trim());
    }

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (args.Key == "Escape" && _typed.Length > 0)
        {
            await ClearAsync();
        }
    }

    private async Task ClearAndFocusAsync()
    {
        await _input.FocusAsync();
        await ClearAsync();
    }

    private async Task ClearAsync()
    {
        Show("");
        await ValueChanged.InvokeAsync("");
    }

    // In two steps: only what differs from the last drawing reaches the browser, and what was typed was never drawn.
    private void Show(string text) => (_shown, _typed, _next) = (_typed, text, text);
}
