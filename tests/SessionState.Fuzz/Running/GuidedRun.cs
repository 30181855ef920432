using System.Diagnostics;
using SessionState.Fuzz.Targets;

namespace SessionState.Fuzz.Running;

/// <summary>Fuzzes under the guidance of coverage: an input that takes a new branch becomes one to start from.</summary>
internal static class GuidedRun
{
    /// <param name="time">For all targets together.</param>
    /// <param name="names">Which targets; none: all.</param>
    /// <returns>0 where everything held; 1 where an input was found for which it did not.</returns>
    public static int All(TimeSpan time, string[] names)
    {
        var targets = FuzzTarget.All.Where(target => names.Length == 0 || names.Contains(target.Name)).ToList();
        return targets.Select(target => Run(target, time / targets.Count)).ToList().Contains(false) ? 1 : 0;
    }

    private static bool Run(FuzzTarget target, TimeSpan time)
    {
        var coverage = new Coverage();
        var corpus = target.Corpus().ToList();
        var (started, runs) = (Stopwatch.GetTimestamp(), 0);
        var mutator = new Mutator(target.Dictionary, Environment.TickCount);
        foreach (var known in corpus)
        {
            Coverage.Start();
            target.Check(known);
            coverage.IsNews();
        }

        Console.WriteLine($"{target}: {corpus.Count} inputs take {coverage.Branches} branches");
        for (; Stopwatch.GetElapsedTime(started) < time; runs++)
        {
            var input = mutator.Mutate(corpus);
            Coverage.Start();
            try
            {
                target.Check(input);
            }
            catch (Exception exception)
            {
                var file = Path.Combine(Path.GetTempPath(), $"session-state-fuzz-{target}-{Convert.ToHexStringLower(input.AsSpan(0, Math.Min(8, input.Length)))}");
                File.WriteAllBytes(file, input);
                Console.WriteLine($"{target}: {file}\n{exception}");
                return false;
            }

            if (coverage.IsNews())
            {
                corpus.Add(input);
            }
        }

        Console.WriteLine($"{target}: after {runs} runs {corpus.Count} inputs take {coverage.Branches} branches; everything held");
        return true;
    }
}
