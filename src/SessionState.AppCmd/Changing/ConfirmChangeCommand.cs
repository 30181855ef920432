using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Changing;

/// <summary><c>confirm change</c>.</summary>
internal static class ConfirmChangeCommand
{
    public static Task<int> RunAsync(CommandContext context) => ChangeIdentifier.RunAsync(context, async (service, address, id) =>
    {
        // As with every change, Ctrl+C must not hide whether it was done.
        var confirmed = await service.ConfirmAsync(context.Environment.User, id, CancellationToken.None);
        return confirmed.Succeeded(out var change, out var problem)
            ? new(ExitCode.Success, $"CHANGE {change.ChangeId} confirmed: {change.Summary}{NewLines.Recorded}")
            : ChangeIdentifier.Refused(problem, address);
    });
}
