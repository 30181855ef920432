namespace SessionState.Faults.Sweeps;

/// <summary>One row of the plan of faults.</summary>
internal abstract class FaultSweep
{
    public static IReadOnlyList<FaultSweep> All { get; } =
    [
        new KillAtBoundaries(), new KillAtCalls(), new FailingCalls(), new FailingFlushes(), new PowerCuts(), new MissingFlushes(),
        new FullDisks(), new SlowDisk(), new HungDisk(), new EditorRaces(), new ManyWriters(), new TwoProcesses(), new LostRights(),
        new KillInRecoveries(),
    ];

    /// <summary>"F1".</summary>
    public abstract string Id { get; }

    public abstract string Title { get; }

    /// <summary>Why it cannot run here; null where it can.</summary>
    public virtual string? Skip => OperatingSystem.IsLinux() ? null : "Only for Linux.";

    public abstract void Run(Tally tally);
}
