using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Nodes;

/// <summary>The server as a whole.</summary>
internal sealed class ServerReader(ServiceOptions options, ConfigurationSet files, AuditLog audit)
{
    private const int MaxDiagnostics = 1_000;

    public ServerInfo Read()
    {
        var snapshot = files.Current;
        var server = snapshot.Server;
        return new(
            options.ServerName,
            "files",
            snapshot.Revision,
            options.ApplicationHostConfig,
            snapshot.ReadAt,
            server.Layout.Sites.Length,
            server.NodeCount,
            audit.HeadSequence,
            audit.ReadOnlyReason,
            [.. server.Diagnostics
                .Concat(NodeTable.OfAll(server).SelectMany(table => table.Diagnostics))
                .Distinct()
                .Take(MaxDiagnostics)
                .Select(ContractMapping.ToContract)]);
    }
}
