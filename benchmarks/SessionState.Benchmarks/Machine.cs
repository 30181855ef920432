using System.Runtime.InteropServices;

namespace SessionState.Benchmarks;

/// <summary>Names the machine, because a figure without one means nothing.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores of {Processor()}, " +
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB";

    /// <summary>How busy the machine is otherwise, because that spreads figures.</summary>
    public static string Load() =>
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, load average "
        + (File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown");

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var model = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model is null ? RuntimeInformation.ProcessArchitecture.ToString() : model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
