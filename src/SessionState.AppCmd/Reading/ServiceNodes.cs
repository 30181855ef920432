using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>Reads nodes of a Service, page by page and several at once, and hands them over in order.</summary>
internal sealed class ServiceNodes(IConfigurationService service, ServiceAddress address)
{
    // Enough to keep a Service busy over its socket.
    private const int RequestsInFlight = 16;

    /// <returns>Null when all were handed over, else why not.</returns>
    public async Task<Answer?> ReadRowsAsync(NodeQuery query, Action<NodeRow> visit, CancellationToken cancellationToken)
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

    /// <returns>Null when all were handed over, else why not.</returns>
    public async Task<Answer?> ReadDetailsAsync(
        NodeQuery query, Func<NodeRow, bool> wanted, Action<NodeDetails> visit, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        var answer = await ReadRowsAsync(query, Keep, cancellationToken);
        if (answer is not null)
        {
            return answer;
        }

        foreach (var some in paths.Chunk(RequestsInFlight))
        {
            var details = await Task.WhenAll(some.Select(path => service.GetNodeAsync(path, cancellationToken)));
            for (var i = 0; i < details.Length; i++)
            {
                if (!details[i].Succeeded(out var node, out var problem))
                {
                    return ServiceAnswers.For(problem, address, some[i]);
                }

                visit(node);
            }
        }

        return null;

        void Keep(NodeRow row)
        {
            if (wanted(row))
            {
                paths.Add(row.Path);
            }
        }
    }
}
