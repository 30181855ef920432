using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>Answers from a configuration service.</summary>
internal sealed class ServiceReader(IConfigurationService service, ServiceAddress address) : IServerReader
{
    private static readonly NodeQuery Everything = new();

    private readonly ServiceNodes _nodes = new(service, address);

    public string Source => $"Answered by the configuration service at {address}.";

    public async Task<Outcome<IReadOnlyList<ListedSite>>> ListSitesAsync(CancellationToken cancellationToken)
    {
        var sites = new List<ListedSite>();
        var answer = await _nodes.ReadRowsAsync(Everything, AddSite, cancellationToken);
        return answer is null ? sites : answer;

        void AddSite(NodeRow row)
        {
            if (row.Kind == NodeKind.Site)
            {
                sites.Add(ServiceWords.ToSite(row));
            }
        }
    }

    public async Task<Outcome<IReadOnlyList<ListedApplication>>> ListApplicationsAsync(CancellationToken cancellationToken)
    {
        var applications = new List<ListedApplication>();
        var answer = await _nodes.ReadDetailsAsync(
            Everything, IsApplication, node => applications.Add(ServiceWords.ToApplication(node)), cancellationToken);
        return answer is null ? applications : answer;
    }

    public async Task<Outcome<IReadOnlyList<ListedVirtualDirectory>>> ListVirtualDirectoriesAsync(CancellationToken cancellationToken)
    {
        var directories = new List<ListedVirtualDirectory>();
        var answer = await _nodes.ReadDetailsAsync(
            Everything,
            row => IsApplication(row) || row.Kind == NodeKind.VirtualDirectory,
            node => directories.Add(ServiceWords.ToVirtualDirectory(node)),
            cancellationToken);
        return answer is null ? directories : answer;
    }

    public async Task<Outcome<IReadOnlyList<ListedPool>>> ListPoolsAsync(CancellationToken cancellationToken)
    {
        var asked = await service.GetApplicationPoolsAsync(cancellationToken);
        return asked.Succeeded(out var pools, out var problem)
            ? pools.Items.Select(pool => new ListedPool(pool.Name, pool.ManagedRuntimeVersion, pool.ManagedPipelineMode)).ToList()
            : ServiceAnswers.For(problem, address, "");
    }

    public async Task<Outcome<ListedPages>> FindPagesAsync(string path, CancellationToken cancellationToken)
    {
        var read = await service.GetPagesAsync(path, cancellationToken);
        return read.Succeeded(out var pages, out var problem) ? PageWords.ToListed(pages) : ServiceAnswers.For(problem, address, path);
    }

    public async Task<Answer?> ExplainAsync(ExplainRequest request, Action<ExplainedNode> visit, CancellationToken cancellationToken)
    {
        // A path that no list holds, such as a page's, has details all the same.
        var first = await service.GetNodeAsync(request.Path, cancellationToken);
        if (!first.Succeeded(out var start, out var problem))
        {
            return ServiceAnswers.For(problem, address, request.Path);
        }

        visit(ServiceWords.ToExplained(start, request));
        return request.Recurse
            ? await _nodes.ReadDetailsAsync(
                new NodeQuery { Under = start.Path, AllFolders = true },
                row => !row.Path.Equals(start.Path, StringComparison.OrdinalIgnoreCase),
                node => visit(ServiceWords.ToExplained(node, request)),
                cancellationToken)
            : null;
    }

    public void Dispose() => (service as IDisposable)?.Dispose();

    // A site is its own root application.
    private static bool IsApplication(NodeRow row) => row.Kind is NodeKind.Site or NodeKind.Application;
}
