using SessionState.AppCmd.Commands;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>set config</c>: all properties of the command are one change.</summary>
internal static class SetConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context) =>
        RequestedValues.Read(context.CommandLine).Succeeded(out var requested, out var answer)
            ? await ChangeCommand.RunAsync(context, Wanted(requested))
            : context.Finish(answer);

    private static WantedChange Wanted(RequestedValues requested) => new(
        [.. requested.Values.Select(value => new WantedItem(ChangeAction.Set, value.Setting.Name, value.Value))],
        HasBestCommit: false,
        AppliedText.Of(requested.Section));
}
