namespace SessionState.Service.Audit;

/// <summary>When a record was made, by the clock that people set and by the one that only runs.</summary>
/// <param name="Ts">By the clock that people set.</param>
/// <param name="Mono">Milliseconds since the machine was started; null in records of version 1.</param>
/// <param name="Boot">Which start that was; null where the operating system does not tell.</param>
internal sealed record AuditMoment(DateTimeOffset Ts, long? Mono, string? Boot)
{
    // What a clock that is corrected little by little may differ, and as much again for every thousand times of it.
    private const long ToleranceMs = 2_000;
    private const long DriftPerMs = 1_000;

    private static readonly string? ThisBoot = ReadBoot();

    public static AuditMoment Now(TimeProvider time) =>
        new(time.GetUtcNow(), (long)time.GetElapsedTime(0, time.GetTimestamp()).TotalMilliseconds, ThisBoot);

    public static AuditMoment Of(AuditRecord record) => new(record.Ts, record.Mono, record.Boot);

    /// <summary>What the clock did since an earlier record. Across a restart of the machine, only that it went back is noticed.</summary>
    public AuditClock Since(AuditMoment? previous)
    {
        if (previous is null)
        {
            return AuditClock.Ok;
        }

        var passed = (Ts - previous.Ts).TotalMilliseconds;
        if (Boot is null || Boot != previous.Boot || Mono - previous.Mono is not { } really)
        {
            return passed < -ToleranceMs ? AuditClock.Back : AuditClock.Ok;
        }

        var tolerance = ToleranceMs + (Math.Abs(really) / DriftPerMs);
        return passed < really - tolerance ? AuditClock.Back
            : passed > really + tolerance ? AuditClock.Jump
            : AuditClock.Ok;
    }

    private static string? ReadBoot()
    {
        const string Linux = "/proc/sys/kernel/random/boot_id";
        try
        {
            return File.Exists(Linux) ? File.ReadAllText(Linux).Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
