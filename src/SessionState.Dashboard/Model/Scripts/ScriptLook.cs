using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Scripts;

/// <summary>A change as a script, as far as somebody has asked for it.</summary>
public sealed class ScriptLook(IConfigurationService service)
{
    private int _asked;

    public ScriptLanguage Language { get; private set; }

    /// <summary>Whether what takes the change back is looked at.</summary>
    public bool IsUndo { get; set; }

    /// <summary>The scripts; null before they are there.</summary>
    public ChangeScripts? Scripts { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>The one that is looked at.</summary>
    public ScriptInfo? Shown => IsUndo ? Scripts?.Undo : Scripts?.Apply;

    /// <summary>Asks for it. Of several questions the last one counts, however long the others take.</summary>
    public async Task AskAsync(ActingUser user, ChangeRequest change, ScriptLanguage language, CancellationToken cancellationToken)
    {
        var asked = ++_asked;
        Language = language;
        var answer = await service.GetScriptsAsync(user, new(change, language), cancellationToken);
        if (asked == _asked)
        {
            (Scripts, Problem) = (answer.Value, answer.Problem);
        }
    }
}
