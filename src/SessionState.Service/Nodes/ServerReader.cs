using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Nodes;

/// <summary>The server as a whole.</summary>
internal sealed class ServerReader(ServiceOptions options, ConfigurationSet files, AuditLog audit)
{
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
            server.Root.Children.Length,
            server.NodeCount,
            audit.HeadSequence,
            audit.ReadOnlyReason,
            ContractMapping.ToContract(NodeTable.Of(server).Diagnostics));
    }
}
