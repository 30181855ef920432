using SessionState.Service.Audit;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Hosting;

/// <summary>
/// <c>SessionState.Service rotate-audit-key</c>: for whoever owns the key's file, with the Service stopped.
/// </summary>
internal static class RotateAuditKey
{
    public const string Verb = "rotate-audit-key";

    public static int Run(ServiceOptions options, TimeProvider time, TextWriter output)
    {
        using var audit = StoppedAudit.TryTake(options, time, out var problem);
        if (audit is null)
        {
            return StartFailure.CannotStart(problem);
        }

        var rotation = new AuditKeyRotation(audit.Opening, audit.Database, audit.Log, audit.Origin, AuditKeeping.Of(options), time);
        if (rotation.Run(out problem) is not { } verifier)
        {
            Console.Error.WriteLine($"The key was not replaced: {problem}");
            return 1;
        }

        output.WriteLine($"The audit is signed with a new key from now on. Give it to your auditors:{Environment.NewLine}{verifier}");
        return 0;
    }
}
