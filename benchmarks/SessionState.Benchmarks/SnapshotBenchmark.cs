using SessionState.Engine.Hierarchy;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>One changed web.config → a new snapshot; the baseline reads that one file with the framework's reader.</summary>
internal static class SnapshotBenchmark
{
    private const int Times = 100;

    public static void Run(GeneratedServer server)
    {
        var configuration = LoadBenchmark.Load(server).Current.Server;
        var file = configuration.Nodes().First(node => node.WebConfig is not null).WebConfig!.Path;
        var bytes = File.ReadAllBytes(file);
        Timing.Compare(
            $"{Times} times: one changed web.config",
            "XmlReader over its bytes",
            () => Repeat(() => BarePass(bytes)),
            () => Repeat(() => configuration.With(ConfigurationFile.Read(ConfigurationFileKind.Web, file, bytes))),
            rounds: 9);
    }

    private static void BarePass(byte[] bytes)
    {
        using var reader = System.Xml.XmlReader.Create(new MemoryStream(bytes));
        while (reader.Read())
        {
            // The pass itself is what is measured.
        }
    }

    private static void Repeat(Action action)
    {
        for (var i = 0; i < Times; i++)
        {
            action();
        }
    }
}
