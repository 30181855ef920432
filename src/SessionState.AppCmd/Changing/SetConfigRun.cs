using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>One change through the Service: look the node up, preview, apply.</summary>
internal sealed class SetConfigRun(CommandContext context, IConfigurationService service, ServiceAddress address)
{
    private const string NoReason = "No reason given (appcmd).";

    public async Task<Answer> RunAsync(RequestedChange requested)
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

        var commit = CommitPaths.Resolve(context.CommandLine.Value("commit"), node.Path, node.Application);
        if (!commit.Succeeded(out var commitPath, out answer))
        {
            return answer;
        }

        var change = new ChangeRequest(
            node.Path, requested.Setting.Name, ChangeAction.Set, requested.Value, commitPath, node.Revision);
        return await ApplyAsync(requested, change);
    }

    private async Task<Answer> ApplyAsync(RequestedChange requested, ChangeRequest change)
    {
        var user = context.Environment.User;
        var previewed = await service.PreviewAsync(user, change, context.CancellationToken);
        if (!previewed.Succeeded(out var preview, out var problem))
        {
            return Refuse(problem, change);
        }

        if (preview.NothingToDo)
        {
            return Applied(requested, change, "The files already say so: nothing was written.");
        }

        var reason = context.CommandLine.Value("reason") is { Length: > 0 } given ? given : NoReason;
        var apply = new ApplyChangeRequest(
            Guid.NewGuid(), preview.Request, preview.PlanDigest, reason, context.CommandLine.Value("ticket"));

        // From here on Ctrl+C must not hide whether the change was made.
        var applied = await service.ApplyAsync(user, apply, CancellationToken.None);
        return applied.Succeeded(out _, out problem)
            ? Applied(requested, change, preview.Warnings.Count == 0 ? null : string.Join(NewLines.Ours, preview.Warnings))
            : Refuse(problem, change);
    }

    private Answer Refuse(Problem problem, ChangeRequest change)
    {
        var answer = ServiceAnswers.For(problem, address, change.Path);
        return problem.Code == ProblemCodes.Locked && CorrectedCommand.WithCommit(context.CommandLine) is { } command
            ? answer with { Explanation = $"{answer.Explanation}{NewLines.Ours}This works: {command}" }
            : answer;
    }

    private static Answer Applied(RequestedChange requested, ChangeRequest change, string? note) => new(
        ExitCode.Success,
        $"Applied configuration changes to section \"{requested.Setting.Section}\" for \"{ConfigurationPaths.Full(change.Path)}\" "
        + $"at configuration commit path \"{change.CommitPath}\"{NewLines.Recorded}",
        note);
}
