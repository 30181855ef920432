using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>Answers from a configuration service.</summary>
internal sealed class ServiceReader(IConfigurationService service, ServiceAddress address) : IServerReader
{
    // Enough to keep a Service busy over its socket; answers are handed on in order.
    private const int RequestsInFlight = 16;

    public string Source => $"Answered by the configuration service at {address}.";

    public async Task<Outcome<IReadOnlyList<ListedSite>>> ListSitesAsync(CancellationToken cancellationToken)
    {
        var sites = new List<ListedSite>();
        var answer = await ReadRowsAsync(
            new NodeQuery(), row => AddSite(sites, row), cancellationToken);
        return answer is null ? sites : answer;
    }

    public async Task<Outcome<IReadOnlyList<ListedApplication>>> ListApplicationsAsync(CancellationToken cancellationToken)
    {
        var applications = new List<ListedApplication>();
        var answer = await ReadDetailsAsync(
            IsApplication, details => applications.Add(ToApplication(details)), cancellationToken);
        return answer is null ? applications : answer;
    }

    public async Task<Outcome<IReadOnlyList<ListedVirtualDirectory>>> ListVirtualDirectoriesAsync(CancellationToken cancellationToken)
    {
        var directories = new List<ListedVirtualDirectory>();
        var answer = await ReadDetailsAsync(
            row => IsApplication(row) || row.Kind == NodeKind.VirtualDirectory,
            details => directories.Add(ToVirtualDirectory(details)),
            cancellationToken);
        return answer is null ? directories : answer;
    }

    public async Task<Answer?> ExplainAsync(ExplainRequest request, Action<ExplainedNode> visit, CancellationToken cancellationToken)
    {
        // A path that no list holds, such as a page's, has details all the same.
        var first = await service.GetNodeAsync(request.Path, cancellationToken);
        if (!first.Succeeded(out var details, out var problem))
        {
            return ServiceAnswers.For(problem, address, request.Path);
        }

        visit(ToExplained(details, request));
        return request.Recurse
            ? await ReadDetailsAsync(
                row => !row.Path.Equals(request.Path, StringComparison.OrdinalIgnoreCase),
                below => visit(ToExplained(below, request)),
                cancellationToken,
                new NodeQuery { Under = request.Path, AllFolders = true })
            : null;
    }

    public void Dispose() => (service as IDisposable)?.Dispose();

    private async Task<Answer?> ReadRowsAsync(NodeQuery query, Action<NodeRow> visit, CancellationToken cancellationToken)
    {
        do
        {
            var page = await service.GetNodesAsync(query, cancellationToken);
            if (!page.Succeeded(out var rows, out var problem))
            {
                return ServiceAnswers.For(problem, address, query.Under ?? "");
            }

            foreach (var row in rows.Items)
            {
                visit(row);
            }

            query = query with { Cursor = rows.NextCursor };
        }
        while (query.Cursor is not null);

        return null;
    }

    private async Task<Answer?> ReadDetailsAsync(
        Func<NodeRow, bool> wanted, Action<NodeDetails> visit, CancellationToken cancellationToken, NodeQuery? query = null)
    {
        var paths = new List<string>();
        var answer = await ReadRowsAsync(
            query ?? new NodeQuery(),
            row =>
            {
                if (wanted(row))
                {
                    paths.Add(row.Path);
                }
            },
            cancellationToken);
        if (answer is not null)
        {
            return answer;
        }

        foreach (var some in paths.Chunk(RequestsInFlight))
        {
            var answers = await Task.WhenAll(some.Select(path => service.GetNodeAsync(path, cancellationToken)));
            for (var i = 0; i < answers.Length; i++)
            {
                if (!answers[i].Succeeded(out var details, out var problem))
                {
                    return ServiceAnswers.For(problem, address, some[i]);
                }

                visit(details);
            }
        }

        return null;
    }

    private static void AddSite(List<ListedSite> sites, NodeRow row)
    {
        if (row.Kind == NodeKind.Site)
        {
            sites.Add(new ListedSite(row.Name, row.SiteId, row.Detail ?? ""));
        }
    }

    // A site is its own root application.
    private static bool IsApplication(NodeRow row) => row.Kind is NodeKind.Site or NodeKind.Application;

    private static ListedApplication ToApplication(NodeDetails details)
    {
        var (site, path) = Split(details.Path);
        return new ListedApplication(site, path, details.ApplicationPool ?? "");
    }

    private static ListedVirtualDirectory ToVirtualDirectory(NodeDetails details)
    {
        var (site, application) = Split(details.Application ?? details.Path);
        var rest = details.Path[(details.Application ?? details.Path).Length..];
        return new ListedVirtualDirectory(site + application, rest.Length == 0 ? "/" : rest, details.PhysicalPath ?? "");
    }

    private static (string Site, string Path) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "/") : (path[..slash], path[slash..]);
    }

    private static ExplainedNode ToExplained(NodeDetails details, ExplainRequest request) => new(
        details.Path,
        details.Kind,
        [
            .. from setting in request.Settings
               from value in details.Settings
               where value.Setting.Equals(setting.Name, StringComparison.OrdinalIgnoreCase)
               select new ExplainedSetting(
                   value.Setting, value.Title, value.Value, value.Default, value.Origin, value.Lock, request.WithLadder ? value.Ladder : []),
        ],
        details.Diagnostics);
}
