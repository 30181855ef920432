using System.Globalization;
using SessionState.Fuzz.Running;

namespace SessionState.Fuzz;

/// <summary>
/// With <c>guided SECONDS [TARGET]</c>: fuzzes under the guidance of coverage. With anything else: runs the tests, as any test program.
/// </summary>
internal static class Program
{
    private const string Guided = "guided";

    /// <summary>The same in the copy whose assemblies report their branches.</summary>
    private const string Instrumented = "guided-instrumented";

    private static int Main(string[] args) => args switch
    {
        [Guided, ..] => InstrumentedCopy.Run([Instrumented, .. args[1..]]),
        [Instrumented, var seconds, .. var names] => RunGuided(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), names),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
                .GetAwaiter().GetResult(),
        _ => Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args).GetAwaiter().GetResult(),
    };

    private static int RunGuided(TimeSpan time, string[] names)
    {
        Coverage.Attach();
        return GuidedRun.All(time, names);
    }
}
