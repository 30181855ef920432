using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

/// <summary>Who gives or ends a grant, for the audit.</summary>
internal sealed record GrantActor(AuditActor Actor, AuditVia Via)
{
    /// <summary>By which right; null for whoever may run a verb.</summary>
    public AuditAuthz? Right { get; init; }

    /// <summary>Whoever may run a verb of the Service on this machine.</summary>
    public static GrantActor Console { get; } = new(AuditActor.Unknown, new(null, Environment.ProcessId, "console"));

    public static GrantActor Of(Caller caller, Decision right) => new(caller.Actor, caller.Via)
    {
        Right = right.By is { } grant ? AuditAuthz.By(grant) : null,
    };
}
