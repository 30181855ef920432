using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Segments;

namespace SessionState.Service.Hosting;

/// <summary>
/// <c>SessionState.Service archive-audit</c>: moves every record whose time is over to an archive, with the Service stopped.
/// </summary>
internal static class ArchiveAudit
{
    public const string Verb = "archive-audit";

    public static int Run(ServiceOptions options, TimeProvider time, TextWriter output)
    {
        using var audit = StoppedAudit.TryTake(options, time, out var problem);
        if (audit is null)
        {
            return StartFailure.CannotStart(problem);
        }

        using var checkpoints = new AuditCheckpoints(
            audit.Database, audit.Log, audit.Origin, AuditKeeping.Of(options), time, NullLogger<AuditCheckpoints>.Instance);
        audit.Opening.Run((context, head) => Open(audit.Log, head, checkpoints.Open(context, head)));
        var archived = new AuditArchiver(audit.Database, audit.Log, checkpoints, AuditRetention.Of(options), time).Run(now: true);
        if (audit.Log.ReadOnlyReason is not null || !archived.Succeeded(out var files, out _))
        {
            Console.Error.WriteLine($"No records were archived: {audit.Log.ReadOnlyReason ?? archived.Problem?.Detail}");
            return 1;
        }

        output.WriteLine(files.Count == 0
            ? $"No record is older than {options.AuditOnlineDays} days."
            : $"Moved to {AuditRetention.Of(options).ArchiveFolder}: {string.Join(", ", files)}");
        return 0;
    }

    private static void Open(AuditLog log, AuditHead head, string? problem)
    {
        if (problem is null)
        {
            log.Open(head, openIntent: null);
        }
        else
        {
            log.Close(problem);
        }
    }
}
