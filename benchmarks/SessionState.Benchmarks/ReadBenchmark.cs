using System.Diagnostics;
using System.Globalization;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>One effective value, again and again: nanoseconds and bytes.</summary>
internal static class ReadBenchmark
{
    public static void Run(GeneratedServer server)
    {
        var nodes = LoadBenchmark.Load(server).Current.Server.Nodes().ToArray();
        Run(nodes, Settings.AllowSessionState, "true");
        Run(nodes, SessionStateSettings.Mode, "InProc");
    }

    private static void Run(ConfigurationNode[] nodes, Setting setting, string value)
    {
        var rounds = Math.Max(1, 2_000_000 / nodes.Length);
        var on = 0;
        for (var warm = 0; warm < 2; warm++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var node in nodes)
                {
                    on += EffectiveValueReader.Read(node, setting).Value == value ? 1 : 0;
                }
            }

            if (warm == 1)
            {
                var reads = (double)rounds * nodes.Length;
                Timing.Report($"effective value of one node, warm: {setting.Attribute}", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Stopwatch.GetElapsedTime(started).TotalNanoseconds / reads:0} ns, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / reads:0.##} bytes"));
            }
        }

        GC.KeepAlive(on);
    }
}
