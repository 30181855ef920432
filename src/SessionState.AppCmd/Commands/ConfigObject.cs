using SessionState.AppCmd.Changing;
using SessionState.AppCmd.Explaining;
using SessionState.AppCmd.Scripting;
using SessionState.AppCmd.Sections;
using SessionState.AppCmd.Validating;

namespace SessionState.AppCmd.Commands;

/// <summary>CONFIG and its commands.</summary>
internal static class ConfigObject
{
    public static ManagedObject Definition { get; } = new(
        "CONFIG",
        "Configuration sections",
        [
            new Command("list", "Show a section as XML", ConfigHelp.List, ["section"], ListConfigCommand.RunAsync) { TakesPipe = true },
            new Command("set", "Set properties of a section", ConfigHelp.Set, ["section"], SetConfigCommand.RunAsync) { TakesPipe = true },
            new Command("clear", "Take a section out", ConfigHelp.Clear, ["section"], ClearConfigCommand.RunAsync) { TakesPipe = true },
            new Command("search", "Find the places that set something", ConfigHelp.Search, ["section"], SearchConfigCommand.RunAsync) { TakesPipe = true },
            new Command("lock", "Lock a section for the files below", LockHelp.Lock, ["section"], LockConfigCommand.LockAsync) { TakesPipe = true },
            new Command("unlock", "Let the files below hold a section", LockHelp.Unlock, ["section"], LockConfigCommand.UnlockAsync) { TakesPipe = true },
            new Command(
                "explain",
                "Show values and where they come from",
                ConfigHelp.Explain,
                ["section", "recurse", "json"],
                ExplainCommand.RunAsync) { TakesPipe = true },
            new Command(
                "script",
                "Write a change as a script",
                FileHelp.Script,
                ["section", "language", "do", "undo", "file"],
                ScriptConfigCommand.RunAsync) { TakesPipe = true },
            new Command(
                "validate",
                "Check configuration files",
                FileHelp.Validate,
                ["folder", "json"],
                ValidateConfigCommand.RunAsync),
        ]);
}
