using SessionState.AppCmd.Output;
using SessionState.Engine.Hierarchy;
using SessionState.Files;

namespace SessionState.AppCmd.Reading;

/// <summary>Answers from files read on this machine.</summary>
internal sealed class OfflineReader(ConfigurationSet set, ServerConfiguration server) : IServerReader
{
    public string Source => $"Read from {server.ApplicationHost.Path} and the folders it names; no configuration service was asked.";

    public Task<Outcome<IReadOnlyList<ListedSite>>> ListSitesAsync(CancellationToken cancellationToken) =>
        Found(server.Layout.Sites.Select(site => new ListedSite(site.Name, site.Id, site.Bindings)));

    public Task<Outcome<IReadOnlyList<ListedApplication>>> ListApplicationsAsync(CancellationToken cancellationToken) => Found(
        from site in server.Layout.Sites
        from application in site.Applications
        select new ListedApplication(site.Name, application.Path, application.ApplicationPool ?? ""));

    public Task<Outcome<IReadOnlyList<ListedVirtualDirectory>>> ListVirtualDirectoriesAsync(CancellationToken cancellationToken) => Found(
        from site in server.Layout.Sites
        from application in site.Applications
        from directory in application.VirtualDirectories
        select new ListedVirtualDirectory(site.Name + application.Path, directory.Path, directory.PhysicalPath));

    public Task<Outcome<IReadOnlyList<ListedPool>>> ListPoolsAsync(CancellationToken cancellationToken) => Found(
        server.Pools.Select(pool => new ListedPool(pool.Name, pool.ManagedRuntimeVersion, pool.IsClassicMode ? "Classic" : "Integrated")));

    public Task<Outcome<ListedPages>> FindPagesAsync(string path, CancellationToken cancellationToken) => Task.FromResult<Outcome<ListedPages>>(
        server.Find(path) is { } node ? PageWords.ToListed(set.FindPages(node, new(), cancellationToken)) : Answers.UnrecognizedPath(path));

    public Task<Answer?> ExplainAsync(ExplainRequest request, Action<ExplainedNode> visit, CancellationToken cancellationToken)
    {
        if (server.Find(request.Path) is not { } start)
        {
            return Task.FromResult<Answer?>(Answers.UnrecognizedPath(request.Path));
        }

        var explainer = new NodeExplainer(request);
        foreach (var node in request.Recurse ? Below(start) : [start])
        {
            cancellationToken.ThrowIfCancellationRequested();
            visit(explainer.Explain(node));
        }

        return Task.FromResult<Answer?>(null);
    }

    public void Dispose()
    {
    }

    private IEnumerable<ConfigurationNode> Below(ConfigurationNode start) =>
        start.Kind == NodeKind.Server ? server.Nodes() : Walk(start);

    private static IEnumerable<ConfigurationNode> Walk(ConfigurationNode start)
    {
        var rest = new Stack<ConfigurationNode>([start]);
        while (rest.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Length - 1; i >= 0; i--)
            {
                rest.Push(node.Children[i]);
            }
        }
    }

    private static Task<Outcome<IReadOnlyList<T>>> Found<T>(IEnumerable<T> items) =>
        Task.FromResult<Outcome<IReadOnlyList<T>>>(items.ToList());
}
