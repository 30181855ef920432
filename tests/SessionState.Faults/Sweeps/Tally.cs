using System.Diagnostics;
using SessionState.Faults.Hosting;

namespace SessionState.Faults.Sweeps;

/// <summary>Counts the runs of a sweep and keeps what failed.</summary>
internal sealed class Tally
{
    private readonly List<string> _failures = [];

    public int Runs { get; private set; }

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Figures worth telling beside passed and failed.</summary>
    public List<string> Notes { get; } = [];

    public TimeSpan SlowestRecovery { get; private set; }

    /// <param name="name">Tells the run from all others.</param>
    /// <param name="run">Throws where something does not hold.</param>
    public void Run(string name, Action run)
    {
        Runs++;
        try
        {
            run();
        }
        catch (Exception exception)
        {
            _failures.Add($"{name}: {(exception is FaultException ? exception.Message : exception)}");
        }
    }

    public T Recovery<T>(Func<T> recover)
    {
        var start = Stopwatch.GetTimestamp();
        var result = recover();
        var elapsed = Stopwatch.GetElapsedTime(start);
        SlowestRecovery = elapsed > SlowestRecovery ? elapsed : SlowestRecovery;
        return result;
    }
}
