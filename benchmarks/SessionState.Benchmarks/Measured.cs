using System.Diagnostics;

namespace SessionState.Benchmarks;

/// <summary>What one run took.</summary>
/// <param name="Wall">Milliseconds by the clock: what a person waits.</param>
/// <param name="Cpu">Milliseconds of all processors together: steadier on a busy machine, and it counts what runs side by side twice.</param>
internal readonly record struct Measured(double Wall, double Cpu)
{
    public static Measured Run(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        action();
        return new(Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    /// <summary>The median of each.</summary>
    public static Measured Median(Measured[] runs) => new(
        runs.Select(run => run.Wall).Order().ElementAt(runs.Length / 2), runs.Select(run => run.Cpu).Order().ElementAt(runs.Length / 2));
}
