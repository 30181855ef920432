using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>
/// Keeps what a person had filled in while they sign in again, which opens the page anew. It is theirs alone, taken back once, and thrown
/// away after a while.
/// </summary>
public sealed class DraftShelf(TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private const int MaxKept = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Issuer, string Subject, string Purpose), (object Draft, DateTimeOffset Since)> _drafts = [];

    /// <param name="person">Whose it is.</param>
    /// <param name="purpose">What it is for: "change Contoso/shop".</param>
    /// <param name="draft">What was filled in.</param>
    public void Keep(ActingUser person, string purpose, object draft)
    {
        lock (_gate)
        {
            foreach (var old in _drafts.Where(kept => IsOver(kept.Value.Since)).Select(kept => kept.Key).ToList())
            {
                _drafts.Remove(old);
            }

            if (_drafts.Count < MaxKept)
            {
                _drafts[Key(person, purpose)] = (draft, time.GetUtcNow());
            }
        }
    }

    /// <summary>What was kept, once; null for nothing.</summary>
    public T? TakeBack<T>(ActingUser person, string purpose)
        where T : class
    {
        lock (_gate)
        {
            return _drafts.Remove(Key(person, purpose), out var kept) && !IsOver(kept.Since) ? kept.Draft as T : null;
        }
    }

    private bool IsOver(DateTimeOffset since) => time.GetUtcNow() - since >= Kept;

    private static (string, string, string) Key(ActingUser person, string purpose) => (person.Issuer, person.Subject, purpose);
}
