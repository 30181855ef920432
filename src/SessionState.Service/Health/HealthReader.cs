using System.Reflection;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Health;

/// <summary>Looks how the Service fares, each time that somebody asks.</summary>
internal sealed class HealthReader(ServiceOptions options, ConfigurationSet files, AuditLog audit, TimeProvider time)
{
    private const string WebConfig = "web.config";

    private static readonly string Version =
        typeof(HealthReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public ServiceHealth Read()
    {
        var read = files.Current.Files;
        var unread = read.Where(file => file.Value.Hash is null).Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
        var lookedAt = files.LookedAt;
        return new(
            Environment.UserName,
            Version,
            lookedAt,
            [.. read.OrderBy(file => file.Value.Hash is not null).ThenBy(file => file.Key, StringComparer.Ordinal)
                .Take(ServiceHealth.MaxFiles).Select(file => new ReadFile(file.Key, file.Value.Hash))],
            read.Count,
            unread.Count,
            [
                HealthChecks.Reading(unread, read.Count),
                HealthChecks.Host(options.ApplicationHostConfig, WhyNotReplaced(options.ApplicationHostConfig)),
                WebConfigs(read.Keys),
                HealthChecks.Own(options.DataDirectory, WriteAccess.WhyNotFolder(options.DataDirectory), FreeSpace(options.DataDirectory)),
                HealthChecks.Recording(audit.ReadOnlyReason),
                HealthChecks.Watching(time.GetUtcNow() - lookedAt),
            ]);
    }

    private static ServiceCheck WebConfigs(IEnumerable<string> read)
    {
        var files = read.Where(file => Path.GetFileName(file).Equals(WebConfig, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        return HealthChecks.WebConfigs([.. files.Where(file => WhyNotReplaced(file) is not null).Select(file => Path.GetDirectoryName(file)!)], files.Count);
    }

    private static string? WhyNotReplaced(string file) =>
        WriteAccess.KnowsFolders ? WriteAccess.WhyNotFolder(Path.GetDirectoryName(file)!) : WriteAccess.WhyNotFile(file);

    private static long FreeSpace(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A drive that does not tell is no sign that it is full; a write would say so.
            return long.MaxValue;
        }
    }
}
