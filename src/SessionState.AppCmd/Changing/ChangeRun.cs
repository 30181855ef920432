using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>One change through the Service: look the node up, preview, apply.</summary>
internal sealed class ChangeRun(CommandContext context, IConfigurationService service, ServiceAddress address)
{
    private const string NoReason = "No reason given (appcmd).";

    public async Task<Answer> RunAsync(WantedChange wanted)
    {
        var cancellationToken = context.CancellationToken;
        var reader = new ServiceReader(service, address);
        var identified = await Identifiers.ToPathAsync(reader, context.CommandLine.Identifier, cancellationToken);
        if (!identified.Succeeded(out var path, out var answer))
        {
            return answer;
        }

        var looked = await service.GetNodeAsync(path, cancellationToken);
        if (!looked.Succeeded(out var node, out var problem))
        {
            return ServiceAnswers.For(problem, address, path);
        }

        string? commitPath = null;
        var typed = context.CommandLine.Value("commit");
        if ((typed is not null || !wanted.HasBestCommit)
            && !CommitPaths.Resolve(typed, node.Path, node.Application).Succeeded(out commitPath, out answer))
        {
            return answer;
        }

        return await ApplyAsync(wanted, new(node.Path, wanted.Name, wanted.Action, wanted.Value, commitPath, node.Revision));
    }

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

        var reason = context.CommandLine.Value("reason") is { Length: > 0 } given ? given : NoReason;
        var apply = new ApplyChangeRequest(
            Guid.NewGuid(), preview.Request, preview.PlanDigest, reason, context.CommandLine.Value("ticket"));

        // From here on Ctrl+C must not hide whether the change was made.
        var applied = await service.ApplyAsync(user, apply, CancellationToken.None);
        return applied.Succeeded(out _, out problem)
            ? Applied(wanted, change.First, preview.Warnings.Count == 0 ? null : string.Join(NewLines.Ours, preview.Warnings))
            : Refuse(problem, change.First);
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
