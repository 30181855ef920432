using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>lock config</c> and <c>unlock config</c>.</summary>
internal static class LockConfigCommand
{
    public static Task<int> LockAsync(CommandContext context) => RunAsync(context, ChangeAction.Lock, "Locked");

    public static Task<int> UnlockAsync(CommandContext context) => RunAsync(context, ChangeAction.Unlock, "Unlocked");

    private static async Task<int> RunAsync(CommandContext context, ChangeAction action, string done)
    {
        if (!RequestedSection.Read(context.CommandLine).Succeeded(out var name, out var answer))
        {
            return context.Finish(answer);
        }

        if (context.CommandLine.Properties.FirstOrDefault() is { } property)
        {
            return context.Finish(Answers.UnknownAttribute(
                property.Name, $"{context.CommandLine.Command.Verb} config takes a section as a whole; set config changes single properties."));
        }

        return await ChangeCommand.RunAsync(
            context,
            new(
                [new WantedItem(action, name)],
                HasBestCommit: true,
                change => $"{done} section \"{name}\" at configuration path \"{ConfigurationPaths.Full(change.Path)}\".{NewLines.Recorded}"));
    }
}
