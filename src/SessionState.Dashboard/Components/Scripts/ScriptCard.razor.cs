using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Scripts;

namespace SessionState.Dashboard.Components.Scripts;

/// <summary>A change in the language of other tools. It is asked for only when somebody opens it.</summary>
public sealed partial class ScriptCard : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly string _languageId = $"script-language-{Guid.NewGuid():N}";
    private readonly string _sideName = $"script-side-{Guid.NewGuid():N}";
    private ScriptLook _look = default!;
    private ChangeTarget? _asked;
    private bool _isOpen;

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Parameter, EditorRequired]
    public required ChangeRequest Change { get; set; }

    private ScriptKind Kind => ScriptKind.Of(_look.Language);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() => _look = new(Service);

    protected override Task OnParametersSetAsync() => _isOpen && Change.First != _asked ? AskAsync(_look.Language) : Task.CompletedTask;

    private Task ToggleAsync()
    {
        _isOpen = !_isOpen;
        return _isOpen ? AskAsync(_look.Language) : Task.CompletedTask;
    }

    private Task ChooseAsync(ChangeEventArgs args) =>
        Enum.TryParse<ScriptLanguage>(args.Value?.ToString(), out var language) ? AskAsync(language) : Task.CompletedTask;

    private async Task AskAsync(ScriptLanguage language)
    {
        _asked = Change.First;
        if (await Person.GetAsync() is { } user)
        {
            await _look.AskAsync(user, Change, language, _closing.Token);
        }
    }
}
