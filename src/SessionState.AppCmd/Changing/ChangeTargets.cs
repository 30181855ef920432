using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>Finds out which node and file a command means, and makes its request.</summary>
internal sealed class ChangeTargets(CommandContext context, IConfigurationService service, ServiceAddress address)
{
    public async Task<Outcome<ChangeRequest>> ResolveAsync(WantedChange wanted)
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

        return wanted.ToRequest(node, commitPath);
    }
}
