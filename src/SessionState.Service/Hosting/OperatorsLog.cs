using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace SessionState.Service.Hosting;

/// <summary>
/// The log for whoever runs the Service: standard error (a parent gets only what is wrong), and a file a day in the data folder. It names what was done to what, never header
/// values, configuration text or reasons; those are the audit's.
/// </summary>
internal static class OperatorsLog
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Add(IServiceCollection services, ServiceOptions options) =>
        services.AddSerilog(log => Configure(log, options), preserveStaticLogger: true);

    private static void Configure(LoggerConfiguration log, ServiceOptions options) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
        .WriteTo.Console(
            outputTemplate: ConsoleLine,
            formatProvider: CultureInfo.InvariantCulture,
            standardErrorFromLevel: LevelAlias.Minimum,
            restrictedToMinimumLevel: options.ParentPipe ? LogEventLevel.Warning : LogEventLevel.Information)
        .WriteTo.Sink(LoggerSinkConfiguration.Wrap(file => new QuietlyClosedSink(file), log => AddFile(log, options)));

    private static void AddFile(LoggerSinkConfiguration log, ServiceOptions options) => log.File(
        new CompactJsonFormatter(),
        Path.Combine(options.LogFolder, "service-.log"),
        rollingInterval: RollingInterval.Day,
        fileSizeLimitBytes: 20_000_000,
        rollOnFileSizeLimit: true,
        retainedFileCountLimit: 14);
}
