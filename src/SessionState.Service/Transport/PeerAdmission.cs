using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Transport;

/// <summary>Admits connections of the allowed users. Every other connection is closed before a byte of it is read.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class PeerAdmission(IReadOnlyList<uint> allowed, AuditDenials denials, ILogger<PeerAdmission> log)
{
    public ConnectionDelegate Around(ConnectionDelegate next) => connection =>
    {
        var socket = connection.Features.Get<IConnectionSocketFeature>()?.Socket;
        if (Identify(socket) is not { } peer)
        {
            connection.Abort(new ConnectionAbortedException("The calling user is not admitted."));
            return Task.CompletedTask;
        }

        connection.Features.Set(peer);
        return next(connection);
    };

    private PeerIdentity? Identify(Socket? socket)
    {
        var peer = socket is null ? null : UnixPeer.Read(socket);
        if (peer is { } known && allowed.Contains(known.UserId))
        {
            return new(known.UserId, known.ProcessId);
        }

        LogRefused(log, peer?.UserId, peer?.ProcessId);
        denials.Record(AuditRecords.NotAdmitted(peer?.UserId, peer?.ProcessId));
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Refused a connection of user {Uid} (process {Pid}), who is not in Service:AllowedUids")]
    private static partial void LogRefused(ILogger logger, uint? uid, int? pid);
}
