using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SessionState.Benchmarks;

/// <summary>How long calls took, one after another in each of several callers.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    /// <summary>Lets callers call until the time is over.</summary>
    /// <returns>Calls a second.</returns>
    public async Task<double> RunAsync(int callers, TimeSpan time, Func<int, Task> callAsync)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                await MeasureAsync(() => callAsync(caller));
            }
        })));
        return Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async Task MeasureAsync(Func<Task> callAsync)
    {
        var called = Stopwatch.GetTimestamp();
        await callAsync();
        _milliseconds.Add(Stopwatch.GetElapsedTime(called).TotalMilliseconds);
    }

    public string Describe()
    {
        var sorted = _milliseconds.Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
        return string.Create(
            CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, longest {sorted[^1]:0.0} ms");
    }
}
