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
        using var folder = DataFolder.TryTake(options.DataDirectory, out var problem);
        if (folder is null)
        {
            return StartFailure.CannotStart(problem);
        }

        using var database = new AuditDatabase(options.AuditFile);
        var origin = new AuditOrigin(options.ServerName);
        var log = new AuditLog(database, [], origin, time, NullLogger<AuditLog>.Instance);
        using var checkpoints = new AuditCheckpoints(
            database, log, origin, AuditKeeping.Of(options), time, NullLogger<AuditCheckpoints>.Instance);
        new AuditOpening(database, log, origin).Run((context, head) => Open(log, head, checkpoints.Open(context, head)));
        var archived = new AuditArchiver(database, log, checkpoints, AuditRetention.Of(options), time).Run(now: true);
        if (log.ReadOnlyReason is not null || !archived.Succeeded(out var files, out _))
        {
            Console.Error.WriteLine($"No records were archived: {log.ReadOnlyReason ?? archived.Problem?.Detail}");
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
