using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>The server as a whole.</summary>
internal sealed class ServerReader(ServiceOptions options, ConfigurationSet files, AuditLog audit, NodeAccess access)
{
    private const int MaxDiagnostics = 1_000;

    public ServerInfo Read(Caller caller)
    {
        var snapshot = files.Current;
        var server = snapshot.Server;
        var seen = SeenServer.Of(server, access.SightOf(caller));
        return new(
            options.ServerName,
            "files",
            snapshot.Revision,
            options.ApplicationHostConfig,
            snapshot.ReadAt,
            seen.SiteCount,
            seen.NodeCount,
            audit.HeadSequence,
            audit.ReadOnlyReason,
            [.. seen.Diagnostics
                .Distinct()
                .Take(MaxDiagnostics)
                .Select(ContractMapping.ToContract)]);
    }
}
