using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>One change through the Service: look the node up, preview, apply.</summary>
internal sealed class ChangeRun(CommandContext context, IConfigurationService service, ServiceAddress address)
{
    private const string NoReason = "No reason given (appcmd).";

    public async Task<Answer> RunAsync(WantedChange wanted) =>
        (await new ChangeTargets(context, service, address).ResolveAsync(wanted)).Succeeded(out var request, out var answer)
            ? await ApplyAsync(wanted, request)
            : answer;

    private async Task<Answer> ApplyAsync(WantedChange wanted, ChangeRequest change)
    {
        var user = context.Environment.User;
        var previewed = await service.PreviewAsync(user, change, context.CancellationToken);
        if (!previewed.Succeeded(out var preview, out var problem))
        {
            return Refuse(problem, change.First);
        }

        if (preview.NothingToDo)
        {
            return Applied(wanted, change.First, "The files already say so: nothing was written.");
        }

        var apply = new ApplyChangeRequest(
            Guid.CreateVersion7(), preview.Request, preview.PlanDigest, ReasonOf(context), context.CommandLine.Value("ticket"))
        {
            BreakGlass = BreaksGlass(context),
        };

        // From here on Ctrl+C must not hide whether the change was made.
        var applied = await service.ApplyAsync(user, apply, CancellationToken.None);
        return applied.Succeeded(out var result, out problem)
            ? Applied(wanted, change.First, Notes(preview, result))
            : Refuse(problem, change.First);
    }

    /// <summary>The reason that was given, or that none was.</summary>
    public static string ReasonOf(CommandContext context) =>
        context.CommandLine.Value("reason") is { Length: > 0 } given ? given : NoReason;

    /// <summary>An emergency: the change is made without the second person. Where it is not said so, the Service refuses it.</summary>
    public static bool BreaksGlass(CommandContext context) => "true".Equals(context.CommandLine.Value("breakglass"), StringComparison.OrdinalIgnoreCase);

    private static string? Notes(ChangePreview preview, ChangeResult result)
    {
        IEnumerable<string> notes = result.ConfirmBy is { } confirmBy
            ? [.. preview.Warnings, $"It is taken back at {confirmBy.UtcDateTime:HH:mm:ss} UTC unless it is confirmed: appcmd confirm change {result.ChangeId}"]
            : preview.Warnings;
        var text = string.Join(NewLines.Ours, notes);
        return text.Length == 0 ? null : text;
    }

    private Answer Refuse(Problem problem, ChangeTarget change)
    {
        var answer = ServiceAnswers.For(problem, address, change.Path);
        return problem.Code == ProblemCodes.Locked && change.Action == ChangeAction.Set && CorrectedCommand.WithCommit(context.CommandLine) is { } command
            ? answer with { Explanation = $"{answer.Explanation}{NewLines.Ours}This works: {command}" }
            : answer;
    }

    private static Answer Applied(WantedChange wanted, ChangeTarget change, string? note) =>
        new(ExitCode.Success, wanted.Applied(change), note);
}
