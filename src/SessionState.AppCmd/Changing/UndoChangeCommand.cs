using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>undo change</c>.</summary>
internal static class UndoChangeCommand
{
    public static Task<int> RunAsync(CommandContext context) =>
        ChangeIdentifier.RunAsync(context, (service, address, id) => UndoAsync(context, service, address, id));

    private static async Task<Answer> UndoAsync(CommandContext context, IConfigurationService service, ServiceAddress address, Guid id)
    {
        var user = context.Environment.User;
        var previewed = await service.PreviewUndoAsync(user, id, context.CancellationToken);
        if (!previewed.Succeeded(out var preview, out var problem))
        {
            return ChangeIdentifier.Refused(problem, address);
        }

        var undo = new UndoChangeRequest(
            Guid.CreateVersion7(), preview.PlanDigest, ChangeRun.ReasonOf(context), context.CommandLine.Value("ticket"))
        {
            BreakGlass = ChangeRun.BreaksGlass(context),
        };
        var undone = await service.UndoAsync(user, id, undo, CancellationToken.None);
        return undone.Succeeded(out var change, out problem)
            ? new(ExitCode.Success, $"CHANGE {id} taken back: {change.Summary}{NewLines.Recorded}")
            : ChangeIdentifier.Refused(problem, address);
    }
}
