using SessionState.Service.Grants;

namespace SessionState.Service.Hosting;

/// <summary>
/// <c>SessionState.Service grant-administrator ISSUER SUBJECT</c>: the way in where nobody holds a grant any more, or nobody yet who signs in
/// to a dashboard.
/// </summary>
internal static class GrantAdministrator
{
    public const string Verb = "grant-administrator";

    public static int Run(ServiceOptions options, string issuer, string subject, TimeProvider time, TextWriter output)
    {
        using var audit = StoppedAudit.TryTake(options, time, out var problem);
        if (audit is null)
        {
            return StartFailure.CannotStart(problem);
        }

        if (PolicyStore.TryOpen(options, time, out problem) is not { } store)
        {
            return Refuse(problem);
        }

        audit.Opening.Run((_, head) => audit.Log.Open(head, null));
        var grants = new FirstPolicy(options, time.GetUtcNow()).Everything(issuer, subject)
            .Select(grant => grant with { GivenBy = $"({Verb})" });
        foreach (var grant in grants)
        {
            if (new PolicyChanges(store, audit.Log).Give(GrantActor.Console, grant).Problem is { } refusal)
            {
                return Refuse($"{refusal.Detail} {refusal.Remedy}");
            }
        }

        output.WriteLine($"{subject} of {issuer} may do everything on this server from its next start on, and can give grants to others.");
        return 0;
    }

    /// <summary>Exit code 2: it is not said who.</summary>
    public static int ExplainUse()
    {
        Console.Error.WriteLine(
            $"SessionState.Service {Verb} ISSUER SUBJECT: for example '{Verb} local ada'. The account page of the dashboard shows a person's two names.");
        return 2;
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"Nothing was granted: {problem}");
        return 1;
    }
}
