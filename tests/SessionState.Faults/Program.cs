using SessionState.Faults.Hosting;
using SessionState.Faults.Sweeps;

namespace SessionState.Faults;

/// <summary>
/// With <c>all</c> or names of sweeps (<c>F1 F3 …</c>): runs them whole and prints a table. With <c>host FOLDER</c>: is the process that they
/// kill. With anything else: runs the tests, as any test program.
/// </summary>
internal static class Program
{
    private static int Main(string[] args) => args switch
    {
        ["host", var folder] => FaultHost.Run(folder),
        ["all", ..] => FaultTable.Run(FaultSweep.All),
        [var name, ..] when FaultSweep.All.Any(sweep => sweep.Id == name) => FaultTable.Run([.. FaultSweep.All.Where(sweep => args.Contains(sweep.Id))]),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
                .GetAwaiter().GetResult(),
        _ => Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).GetAwaiter().GetResult(),
    };
}
