using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>set config</c>.</summary>
internal static class SetConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context) =>
        RequestedChange.Read(context.CommandLine).Succeeded(out var requested, out var answer)
            ? await ChangeCommand.RunAsync(context, Wanted(requested))
            : context.Finish(answer);

    private static WantedChange Wanted(RequestedChange requested) => new(
        ChangeAction.Set,
        requested.Setting.Name,
        requested.Value,
        HasBestCommit: false,
        change => $"Applied configuration changes to section \"{requested.Setting.Section}\" for \"{ConfigurationPaths.Full(change.Path)}\" "
            + $"at configuration commit path \"{change.CommitPath}\"{NewLines.Recorded}");
}
