using SessionState.AppCmd.Changing;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Scripting;

/// <summary>The change that a script is wanted for.</summary>
internal static class RequestedScript
{
    private static readonly Dictionary<string, ChangeAction> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["clear"] = ChangeAction.Clear,
        ["lock"] = ChangeAction.Lock,
        ["unlock"] = ChangeAction.Unlock,
        ["inheritLock"] = ChangeAction.InheritLock,
        ["repair"] = ChangeAction.Repair,
    };

    public static Outcome<List<WantedItem>> Read(CommandLine commandLine)
    {
        if (commandLine.Value("do") is not { } word)
        {
            return RequestedValues.Read(commandLine).Succeeded(out var requested, out var refusal)
                ? requested.Values.Select(value => new WantedItem(ChangeAction.Set, value.Setting.Name, value.Value)).ToList()
                : refusal;
        }

        return !Actions.TryGetValue(word, out var action) ? Answers.Error(ExitCode.Usage, $"/do: takes {string.Join(", ", Actions.Keys)}.")
            : !RequestedSection.Read(commandLine).Succeeded(out var section, out var answer) ? answer
            : action == ChangeAction.Clear ? Cleared(commandLine, section)
            : commandLine.Properties.FirstOrDefault() is { } property ? Answers.UnknownAttribute(property.Name, $"{word} takes a section as a whole.")
            : new List<WantedItem> { new(action, section) };
    }

    private static Outcome<List<WantedItem>> Cleared(CommandLine commandLine, string section)
    {
        var unknown = commandLine.Properties.FirstOrDefault(property => PropertyNames.Find(section, property.Name) is null);
        return unknown is not null ? Answers.UnknownAttribute(unknown.Name)
            : !commandLine.Properties.Any() ? Answers.Error(ExitCode.Usage, "Must specify what to clear, for example /session.allowSessionState.")
            : commandLine.Properties.Select(property => new WantedItem(ChangeAction.Clear, PropertyNames.Find(section, property.Name)!.Name)).ToList();
    }
}
