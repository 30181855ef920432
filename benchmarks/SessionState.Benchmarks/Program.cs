using System.Globalization;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>
/// Prints our figures as ratios to a plain baseline that is measured in the same run, so that a slow or busy machine moves both.
/// <c>dotnet run -c Release --project benchmarks/SessionState.Benchmarks -- [small|medium|large …]</c>,
/// or <c>-- audit [records]</c> for the audit, or <c>-- service [size]</c> for the Service over its socket.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (MemoryProbe.Handles(args))
        {
            return MemoryProbe.Run(args);
        }

        if (args is ["audit", ..])
        {
            Console.WriteLine(Machine.Describe());
            Console.WriteLine(Machine.Load());
            AuditBenchmark.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
            Console.WriteLine(Machine.Load());
            return 0;
        }

        if (args is ["service", ..])
        {
            return RunService(args.Length > 1 ? args[1] : "medium");
        }

        var sizes = args.Length > 0 ? args : ["small", "medium"];
        var growth = new List<GrowthRow>();
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(Machine.Load());
        foreach (var size in sizes)
        {
            if (ServerGenerator.Generate("--size", size, "--seed", "1") is not { } server)
            {
                Console.Error.WriteLine(SharedInputs.WhyMissing);
                return 2;
            }

            Console.WriteLine();
            Console.WriteLine(new ServerSize(server).Describe(size));
            growth.Add(LoadBenchmark.Run(server, size));
            ReadBenchmark.Run(server);
            SnapshotBenchmark.Run(server);
            ChangeBenchmark.Run(server);
        }

        Console.WriteLine();
        Console.WriteLine(GrowthRow.Head);
        growth.ForEach(Console.WriteLine);
        Console.WriteLine();
        Console.WriteLine(Machine.Load());
        return 0;
    }

    private static int RunService(string size)
    {
        if (ServerGenerator.Generate("--size", size, "--seed", "1") is not { } server)
        {
            Console.Error.WriteLine(SharedInputs.WhyMissing);
            return 2;
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine(Machine.Load());
        Console.WriteLine(new ServerSize(server).Describe(size));
        ServiceBenchmark.RunAsync(server).GetAwaiter().GetResult();
        Console.WriteLine(Machine.Load());
        return 0;
    }
}
