using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Components.Node;

/// <summary>Everything about one node: what holds, why, how to change it, what happened.</summary>
public sealed partial class NodePane : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private ElementReference _heading;
    private string? _loadedPath;
    private string? _loadedRevision;
    private NodeDetails? _node;
    private ChangeFlow? _flow;
    private ChangeCard? _change;
    private Problem? _problem;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The revision that the tree shows; another one reads the details anew.</summary>
    [Parameter]
    public string? Revision { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The focus should go back to the tree.</summary>
    [Parameter]
    public EventCallback OnLeave { get; set; }

    private SettingValue Main => _node!.Settings[0];

    private SettingValue[] Of(SettingReader reader) => [.. _node!.Settings.Skip(1).Where(setting => setting.Reader == reader)];

    public async Task FocusAsync() => await _heading.FocusAsync();

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Path != _loadedPath)
        {
            (_node, _flow, _problem) = (null, null, null);
            await LoadAsync();
        }
        else if (Revision != _loadedRevision)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (_loadedPath, _loadedRevision) = (Path, Revision);
        var path = Path;
        var answer = await Service.GetNodeAsync(path, _closing.Token);
        if (path != Path)
        {
            return;
        }

        _problem = answer.Problem;
        if (answer.Value is { Settings.Count: > 0 } node)
        {
            _node = node;
            var isNew = _flow is null;
            _flow ??= new(Service, node, node.Settings[0]);
            _flow.Follow(node);
            if (isNew && await SignIn.TakeBackAsync<ChangeDraft>(ReviewDialog.Purpose(node.Path)) is { } draft)
            {
                _flow.Restore(draft);
            }
        }
    }

    private void ChooseAsync(SettingValue setting) => _flow!.Choose(setting);

    private async Task IntendAsync(ChangeAction action)
    {
        _flow!.Intend(action);
        if (_change is not null)
        {
            await _change.FocusAsync();
        }
    }

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (args.Key == "Escape" && _flow is { Preview: null })
        {
            await OnLeave.InvokeAsync();
        }
    }
}
