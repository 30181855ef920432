using System.Diagnostics;
using System.Globalization;

namespace SessionState.Benchmarks;

/// <summary>Times a subject against its baseline: in turns, so that both meet the same machine, and reports medians.</summary>
internal static class Timing
{
    public static void Compare(string what, string baselineName, Action baseline, Action subject, int rounds)
    {
        baseline();
        subject();
        var baselines = new double[rounds];
        var subjects = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            baselines[i] = Milliseconds(baseline);
            subjects[i] = Milliseconds(subject);
        }

        var (ours, theirs) = (Median(subjects), Median(baselines));
        Report(what, string.Create(CultureInfo.InvariantCulture, $"{ours / theirs:0.00} x  ({ours:0.###} ms; {baselineName}: {theirs:0.###} ms)"));
    }

    public static void Report(string what, string figure) => Console.WriteLine($"  {what,-46} {figure}");

    private static double Milliseconds(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
