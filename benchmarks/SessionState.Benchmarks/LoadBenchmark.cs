using System.Diagnostics;
using System.Globalization;
using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>From nothing to an answer at every node.</summary>
internal static class LoadBenchmark
{
    public static ConfigurationSet Load(GeneratedServer server) => Load(server.ApplicationHostConfig, null);

    public static ConfigurationSet Load(string applicationHostConfig, string? history)
    {
        var result = ConfigurationSet.Load(
            new() { ApplicationHostConfig = applicationHostConfig, HistoryFolder = history, FolderLimit = int.MaxValue }, TimeProvider.System);
        return result.Set ?? throw new InvalidOperationException(result.Problem?.Message);
    }

    public static GrowthRow Run(GeneratedServer server, string name)
    {
        var size = new ServerSize(server);
        var (ours, bare) = Timing.Compare(
            "load everything, resolve every node", "bare XmlReader pass", size.BarePass, () => ResolveAll(server), rounds: 5);
        Timing.Report("allocated meanwhile", string.Create(
            CultureInfo.InvariantCulture, $"{(double)Timing.Allocated(() => ResolveAll(server)) / size.Bytes:0.0} x the files' bytes"));
        ReportMemory(server, size.Bytes);
        return new(name, size.Bytes, Load(server).Current.Server.NodeCount, ours, bare);
    }

    private static void ResolveAll(GeneratedServer server)
    {
        var configuration = Load(server).Current.Server;
        foreach (var node in configuration.Nodes())
        {
            GC.KeepAlive(EffectiveValueReader.Read(node, Settings.AllowSessionState).Value);
        }
    }

    // In a process of its own, because a peak is a whole process's.
    private static void ReportMemory(GeneratedServer server, long bytes)
    {
        var empty = PeakOf(MemoryProbe.Nothing, server);
        var loaded = PeakOf(MemoryProbe.Load, server);
        Timing.Report("peak memory over an empty process", string.Create(
            CultureInfo.InvariantCulture, $"{(double)(loaded - empty) / bytes:0.0} x the files' bytes  ({(loaded - empty) / 1e6:0} MB)"));
    }

    private static long PeakOf(string probe, GeneratedServer server)
    {
        // Beside the assembly, however this program was started.
        var program = Path.ChangeExtension(typeof(Program).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        var start = new ProcessStartInfo(program, [probe, server.ApplicationHostConfig]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var peak = long.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        process.WaitForExit();
        return peak;
    }
}
