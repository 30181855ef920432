using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SessionState.Dashboard.Components.Tree;

public sealed partial class SearchBox
{
    private ElementReference _input;
    private string _shown = "";
    private string _typed = "";
    private int _generation;
    private bool _focus;

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
        if (Value != _typed)
        {
            Show(Value);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await _input.FocusAsync();
        }
    }

    private async Task InputAsync(ChangeEventArgs args)
    {
        _typed = args.Value?.ToString() ?? "";
        await ValueChanged.InvokeAsync(_typed);
    }

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (args.Key == "Escape" && _typed.Length > 0)
        {
            await ClearAsync();
        }
    }

    private async Task ClearAsync()
    {
        Show("");
        _focus = true;
        await ValueChanged.InvokeAsync("");
    }

    // A new field takes over, because the old one's text is not ours to change.
    private void Show(string text)
    {
        (_shown, _typed) = (text, text);
        _generation++;
    }
}
