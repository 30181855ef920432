using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Live;

/// <summary>Reads trees from the Service page by page, every page from the same revision.</summary>
internal sealed class TreeLoader(IConfigurationService service)
{
    private const int PageSize = 20_000;
    private const int Attempts = 5;

    /// <summary>The whole tree.</summary>
    public async Task<ServiceResult<ServerTree>> LoadAsync(CancellationToken cancel)
    {
        var all = await ReadAsync("", cancel);
        return all.Succeeded(out var rows, out var problem) ? ServerTree.Create(rows.Revision, rows.Items) : problem;
    }

    /// <summary>The tree with some sites read anew.</summary>
    public async Task<ServiceResult<ServerTree>> ReloadAsync(
        ServerTree tree, IReadOnlyList<string> sites, string revision, CancellationToken cancel)
    {
        var server = await service.GetNodesAsync(new() { Limit = 1 }, cancel);
        if (!server.Succeeded(out var first, out var problem))
        {
            return problem;
        }

        var changed = new Dictionary<string, IReadOnlyList<NodeRow>>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in sites)
        {
            var rows = await ReadAsync(site, cancel);
            if (rows.Succeeded(out var read, out problem))
            {
                changed[site] = read.Items;
            }
            else if (problem.Code == ProblemCodes.NotFound)
            {
                changed[site] = [];
            }
            else
            {
                return problem;
            }
        }

        return tree.With(revision, first.Items[0], changed);
    }

    private async Task<ServiceResult<NodePage>> ReadAsync(string under, CancellationToken cancel)
    {
        // Somebody may change something between two pages; on a busy server that may happen again.
        for (var attempt = 1; attempt < Attempts; attempt++)
        {
            var result = await ReadPagesAsync(under, cancel);
            if (result.Problem?.Code != ProblemCodes.Stale)
            {
                return result;
            }
        }

        return await ReadPagesAsync(under, cancel);
    }

    private async Task<ServiceResult<NodePage>> ReadPagesAsync(string under, CancellationToken cancel)
    {
        var rows = new List<NodeRow>();
        var query = new NodeQuery { Under = under, AllFolders = true, Limit = PageSize };
        while (true)
        {
            var answer = await service.GetNodesAsync(query, cancel);
            if (!answer.Succeeded(out var page, out var problem))
            {
                return problem;
            }

            rows.AddRange(page.Items);
            if (page.NextCursor is null)
            {
                return page with { Items = rows };
            }

            query = query with { Cursor = page.NextCursor };
        }
    }
}
