using SessionState.Contracts;

namespace SessionState.Service.Audit;

/// <summary>
/// Records refusals, but lets nobody fill the audit with them: beyond some a second, one record says exactly how many more there were.
/// </summary>
internal sealed class AuditDenials(AuditLog log, TimeProvider time)
{
    /// <summary>How many refusals of one caller are recorded one by one within <see cref="Window"/>.</summary>
    public const int RecordedOneByOne = 10;

    private const int MaxCallers = 1_000;
    private const string Others = "(others)";

    /// <summary>How long refusals are counted together.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CallerDenials> _callers = [];

    public void Record(AuditRecord denied)
    {
        lock (_gate)
        {
            WriteCounts();
            var key = $"{denied.Actor.Iss}\n{denied.Actor.Sub}\n{denied.Via.Uid}";
            key = _callers.ContainsKey(key) || _callers.Count < MaxCallers ? key : Others;
            if (!_callers.TryGetValue(key, out var caller))
            {
                _callers[key] = caller = new(time.GetUtcNow());
            }

            if (++caller.Count <= RecordedOneByOne)
            {
                log.TryAppend(denied);
            }
            else
            {
                caller.Suppressed++;
                caller.Newest = denied;
            }
        }
    }

    /// <summary>Writes the counts whose time is over. Called every second.</summary>
    /// <param name="all">Also those whose time is not over: the Service stops.</param>
    public void WriteCounts(bool all = false)
    {
        lock (_gate)
        {
            foreach (var (key, caller) in _callers.ToList())
            {
                // What cannot be written now is kept, and counted on.
                if ((all || time.GetUtcNow() - caller.Since >= Window) && (caller.Newest is null || log.TryAppend(Count(key, caller)) is not null))
                {
                    _callers.Remove(key);
                }
            }
        }
    }

    private static AuditRecord Count(string key, CallerDenials caller) => new()
    {
        Type = AuditType.Denied,
        Actor = key == Others ? AuditActor.Unknown : caller.Newest!.Actor,
        Via = caller.Newest!.Via,
        Res = new(
            AuditResult.ManyRefused,
            $"{caller.Suppressed} more refusals in a short time; the newest was: {caller.Newest.Res?.Detail}",
            Suppressed: caller.Suppressed),
    };

    private sealed class CallerDenials(DateTimeOffset since)
    {
        public DateTimeOffset Since => since;

        public int Count { get; set; }

        public long Suppressed { get; set; }

        public AuditRecord? Newest { get; set; }
    }
}
