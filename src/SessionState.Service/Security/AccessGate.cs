using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Endpoints;

namespace SessionState.Service.Security;

/// <summary>Stands before every endpoint and enforces what the endpoint's <see cref="Access"/> says, before its body is read.</summary>
internal sealed class AccessGate(RequestDelegate next, AuditDenials denials)
{
    private static readonly Problem NoUser = new(
        ProblemCodes.Forbidden,
        "Nobody is named",
        $"A change is made for a person, and the request names none: the header {ActingUser.HeaderName} is missing or not understood.",
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
        var access = endpoint.Metadata.GetMetadata<AccessMetadata>()?.Access;
        var refusal = access switch
        {
            null => NoRule,
            Access.Read => null,
            _ => caller.User is null ? NoUser : null,
        };

        if (refusal is not null)
        {
            Note(access, caller, refusal);
            await refusal.ToResult().ExecuteAsync(context);
            return;
        }

        await next(context);
        if (IsRefusedByFramework(context.Response))
        {
            Note(access, caller, FrameworkProblems.Of(context.Response.StatusCode));
        }
    }

    private void Note(Access? access, Caller caller, Problem refusal)
    {
        if (access is Access.Change)
        {
            denials.Record(AuditRecords.Denied(caller, refusal));
        }
    }

    // A request for a change that nobody understood: the status is set and the sentence for it comes later. Ours come with theirs.
    private static bool IsRefusedByFramework(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400 and < 500, ContentType: null };
}
