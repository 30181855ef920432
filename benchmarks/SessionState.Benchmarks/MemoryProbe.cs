using System.Diagnostics;

namespace SessionState.Benchmarks;

/// <summary>What this program does when the load benchmark starts it again: load, or nothing, and print its own peak in bytes.</summary>
internal static class MemoryProbe
{
    public const string Load = "probe-load";
    public const string Nothing = "probe-nothing";

    public static bool Handles(string[] args) => args is [Load or Nothing, _];

    public static int Run(string[] args)
    {
        var set = args[0] == Load ? LoadBenchmark.Load(args[1], null) : null;
        using var self = Process.GetCurrentProcess();
        Console.Write(self.PeakWorkingSet64);
        GC.KeepAlive(set);
        return 0;
    }
}
