using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Service.Audit;

namespace SessionState.Service.Hosting;

/// <summary>The audit of a Service that is stopped, for a verb that writes to it: the data folder is held, so that no Service starts meanwhile.</summary>
internal sealed class StoppedAudit : IDisposable
{
    private readonly DataFolder _folder;

    private StoppedAudit(DataFolder folder, ServiceOptions options, TimeProvider time)
    {
        _folder = folder;
        Database = new(options.AuditFile);
        Origin = new(options.ServerName);
        Log = new(Database, [], Origin, time, NullLogger<AuditLog>.Instance);
        Opening = new(Database, Log, Origin);
    }

    public AuditDatabase Database { get; }

    public AuditOrigin Origin { get; }

    public AuditLog Log { get; }

    public AuditOpening Opening { get; }

    /// <summary>Null, with the reason, where the data folder cannot be held.</summary>
    public static StoppedAudit? TryTake(ServiceOptions options, TimeProvider time, out string problem) =>
        DataFolder.TryTake(options.DataDirectory, out problem) is { } folder ? new(folder, options, time) : null;

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
