using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Endpoints;

namespace SessionState.Service.Security;

/// <summary>
/// Stands before every endpoint and enforces what the endpoint's <see cref="AccessMetadata"/> says, before its body is read. Where on the
/// server a person may do it, the endpoint asks itself.
/// </summary>
internal sealed class AccessGate(RequestDelegate next, Rights rights, AuditDenials denials)
{
    private static readonly Problem NoUser = new(
        ProblemCodes.Forbidden,
        "Nobody is named",
        $"What is read or changed is read or changed for a person, and the request names none: the header {ActingUser.HeaderName} is missing, "
        + "not understood, or names an operating-system user whose process this is not.",
        403)
    {
        Remedy = "Sign in to the dashboard, or use appcmd.",
    };

    private static readonly Problem NoRule = new(
        ProblemCodes.Forbidden, "Not allowed", "Nothing says who may use this address, so nobody may.", 403);

    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route of ours is the framework's way to answer 404, 405 and 415.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var caller = Caller.Of(context);
        var asked = endpoint.Metadata.GetMetadata<AccessMetadata>();
        if (Refuse(asked, caller) is { } refusal)
        {
            denials.Record(AuditRecords.Denied(caller, refusal));
            await refusal.ToResult().ExecuteAsync(context);
            return;
        }

        await next(context);
        if (asked is { IsChange: true } && IsRefusedByFramework(context.Response))
        {
            denials.Record(AuditRecords.Denied(caller, FrameworkProblems.Of(context.Response.StatusCode)));
        }
    }

    private Problem? Refuse(AccessMetadata? asked, Caller caller) => asked switch
    {
        null => NoRule,
        { NeedsPerson: false } => null,
        _ when caller.User is null => NoUser,
        { AnyOf.IsEmpty: true } => null,
        _ => asked.AnyOf.All(permission => rights.ViewOf(caller, permission).IsNothing) ? RightsProblems.Nowhere(caller, asked.AnyOf[0]) : null,
    };

    // A request for a change that nobody understood: the status is set and the sentence for it comes later. Ours come with theirs.
    private static bool IsRefusedByFramework(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400 and < 500, ContentType: null };
}
