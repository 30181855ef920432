using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Sections;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>lock config</c> and <c>unlock config</c>.</summary>
internal static class LockConfigCommand
{
    public static Task<int> LockAsync(CommandContext context) => RunAsync(context, ChangeAction.Lock, "Locked");

    public static Task<int> UnlockAsync(CommandContext context) => RunAsync(context, ChangeAction.Unlock, "Unlocked");

    private static async Task<int> RunAsync(CommandContext context, ChangeAction action, string done)
    {
        if (context.CommandLine.Value("section") is not { Length: > 0 } section)
        {
            return context.Finish(Answers.Error(ExitCode.Usage, "Must specify the section with /section:name."));
        }

        if (SectionNames.Find(section) is not { } name)
        {
            return context.Finish(SectionNames.Unknown(section));
        }

        if (context.CommandLine.Properties.FirstOrDefault() is { } property)
        {
            return context.Finish(Answers.UnknownAttribute(
                property.Name, $"{context.CommandLine.Command.Verb} config takes a section as a whole; set config changes one property."));
        }

        return await ChangeCommand.RunAsync(
            context,
            new(
                action,
                name,
                null,
                HasBestCommit: true,
                change => $"{done} section \"{name}\" at configuration path \"{ConfigurationPaths.Full(change.Path)}\".{NewLines.Recorded}"));
    }
}
