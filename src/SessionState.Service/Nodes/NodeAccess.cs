using SessionState.Contracts;
using SessionState.Engine.Hierarchy;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>
/// Finds nodes for a caller. What is outside their grants is answered exactly like what does not exist: it is not even looked for, so that
/// neither the words nor the time tell the one from the other. Either is recorded.
/// </summary>
internal sealed class NodeAccess(Rights rights, AuditDenials denials)
{
    public Sight SightOf(Caller caller) => rights.SightOf(caller);

    /// <summary>The node, where its values may be seen.</summary>
    public ServiceResult<ConfigurationNode> Find(ServerConfiguration server, Caller caller, string path)
    {
        var sight = rights.SightOf(caller);
        if (!sight.Names(path) || server.Find(path) is not { } node || !sight.Names(node.Path))
        {
            return Unknown(caller, sight, path);
        }

        return sight.Shows(node.Path) ? node : Deny(caller, path, RightsProblems.NotHere(Permission.EffectiveRead, node.Path));
    }

    /// <summary>There is no such node, as far as this caller may know.</summary>
    public Problem Unknown(Caller caller, Sight sight, string path)
    {
        var problem = NodeProblems.Unknown(path);
        return sight.IsWhole ? problem : Deny(caller, path, problem);
    }

    private Problem Deny(Caller caller, string path, Problem problem)
    {
        denials.Record(AuditRecords.Denied(caller, path, problem));
        return problem;
    }
}
