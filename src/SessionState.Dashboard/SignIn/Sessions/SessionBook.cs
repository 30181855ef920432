using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>
/// Who is signed in, on the server's side: a cookie alone is worth nothing once its session ended by sign-out, age or idleness.
/// Asked for every request and every event of a page, so it is kept in memory; the rows are for after a restart.
/// </summary>
internal sealed class SessionBook(TimeProvider time, ISessionRows rows)
{
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(8);
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    private const int IdBytes = 16;

    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    // Ended here and, when the database was away, not yet there: after a restart they would be live again.
    private readonly ConcurrentDictionary<string, bool> _unwritten = new();
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>A session has ended, by whatever means. Its key.</summary>
    public event Action<string>? Ended;

    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public async Task LoadAsync()
    {
        foreach (var session in await rows.LoadAsync())
        {
            _sessions[session.Key] = session;
        }

        await SweepAsync();
    }

    /// <summary>The new session's id, for the cookie alone.</summary>
    public async Task<string> StartAsync(ActingUser user, string method, string address, string browser, string? providerSession = null)
    {
        var now = time.GetUtcNow();
        var id = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        var session = new Session(KeyOf(id), user.Issuer, user.Subject, user.Name, method, now, now, address, browser) { ProviderSession = providerSession };
        await rows.AddAsync(session);
        _sessions[session.Key] = session;
        return id;
    }

    /// <summary>Null when it has ended.</summary>
    public Session? Find(string? id) => id is not null && _sessions.TryGetValue(KeyOf(id), out var session) && IsLive(session) ? session : null;

    public bool IsLive(string? id) => Find(id) is not null;

    /// <summary>Notes that its user is active; false when it has ended.</summary>
    public bool Touch(string? id)
    {
        if (Find(id) is not { } session)
        {
            return false;
        }

        // Not when the session was ended meanwhile.
        _sessions.TryUpdate(session.Key, session with { LastSeen = time.GetUtcNow() }, session);
        return true;
    }

    /// <summary>Of all people.</summary>
    public IEnumerable<Session> Everybody => _sessions.Values.Where(IsLive);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Session> Of(ActingUser user) =>
        [.. _sessions.Values.Where(session => session.IsOf(user) && IsLive(session)).OrderByDescending(session => session.Started)];

    public Task EndAsync(string id) => EndAsync([KeyOf(id)]);

    /// <summary>Ends all sessions of somebody, but for the one with the id <paramref name="except"/>.</summary>
    public Task EndAllAsync(ActingUser user, string? except = null)
    {
        var kept = except is null ? null : KeyOf(except);
        return EndAsync([.. _sessions.Values.Where(session => session.IsOf(user) && session.Key != kept).Select(session => session.Key)]);
    }

    /// <summary>
    /// Ends what an identity provider says has ended there: one session of its own, or all of a person. A session that it never named ends
    /// with its person's, because it may be the one.
    /// </summary>
    /// <returns>What was ended.</returns>
    public async Task<IReadOnlyList<Session>> EndAtProviderAsync(string issuer, string? subject, string? providerSession)
    {
        List<Session> ended =
        [
            .. _sessions.Values.Where(session => session.Issuer == issuer
                && (subject is null || session.Subject == subject)
                && (providerSession is null || session.ProviderSession == providerSession || (session.ProviderSession is null && subject is not null))),
        ];
        await EndAsync([.. ended.Select(session => session.Key)]);
        return ended;
    }

    public async Task EndAsync(IReadOnlyCollection<string> keys)
    {
        // In memory first: what is refused from now on must not wait for a disk, nor fail with it.
        EndHere(keys);
        try
        {
            await WriteEndsAsync();
        }
        catch (Exception error) when (IsAway(error))
        {
            // The next sweep tries it again, and says so when it fails.
        }
    }

    /// <summary>Ends what has become too old, and writes down who left and who was active since the last time.</summary>
    public async Task SweepAsync()
    {
        EndHere([.. _sessions.Values.Where(session => !IsLive(session)).Select(session => session.Key)]);
        await WriteEndsAsync();
        var since = _swept;
        _swept = time.GetUtcNow();
        var seen = _sessions.Values.Where(session => session.LastSeen > since && session.LastSeen > session.Started).ToList();
        if (seen.Count > 0)
        {
            await rows.SeenAsync(seen);
        }
    }

    /// <summary>Whether an error says that the database does not answer.</summary>
    public static bool IsAway(Exception error) => error is DbException or InvalidOperationException { InnerException: DbException };

    private void EndHere(IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => _sessions.TryRemove(key, out _)))
        {
            _unwritten[key] = true;
            Ended?.Invoke(key);
        }
    }

    private async Task WriteEndsAsync()
    {
        var keys = _unwritten.Keys.ToList();
        if (keys.Count > 0)
        {
            await rows.RemoveAsync(keys);
            keys.ForEach(key => _unwritten.TryRemove(key, out _));
        }
    }

    private bool IsLive(Session session)
    {
        var now = time.GetUtcNow();
        return now - session.Started < LongestLife && now - session.LastSeen < LongestIdle;
    }
}
