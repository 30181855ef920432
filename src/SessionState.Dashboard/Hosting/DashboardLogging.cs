using System.Globalization;
using Serilog;
using Serilog.Events;

namespace SessionState.Dashboard.Hosting;

/// <summary>The operators' log: short on the console, complete in a file a day. Not the audit, which is the Service's.</summary>
internal static class DashboardLogging
{
    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const string FileTemplate = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";
    private const long LargestFile = 50 * 1024 * 1024;
    private const int FilesKept = 14;

    public static void AddDashboardLogging(this IServiceCollection services, DataFolder folder) =>
        services.AddSerilog(
            log => log
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                // The keys lie in a folder that only this user may read; nothing else is promised for them.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                .WriteTo.Logger(console => console
                    .Filter.ByExcluding(IsExplainedOtherwise)
                    .WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture))
                .WriteTo.File(
                    Path.Combine(folder.Logs, "dashboard-.log"),
                    outputTemplate: FileTemplate,
                    formatProvider: CultureInfo.InvariantCulture,
                    rollingInterval: RollingInterval.Day,
                    rollOnFileSizeLimit: true,
                    fileSizeLimitBytes: LargestFile,
                    retainedFileCountLimit: FilesKept),
            preserveStaticLogger: true);

    // StartProblems says it in a sentence.
    private static bool IsExplainedOtherwise(LogEvent entry) => entry.MessageTemplate.Text == "Hosting failed to start";
}
