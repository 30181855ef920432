using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SessionState.Dashboard.SignIn;

/// <summary>
/// Who is signed in, on the server's side: a cookie alone is worth nothing once its session ended by sign-out, age or idleness.
/// </summary>
internal sealed class Sessions(TimeProvider time)
{
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(8);
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    private const int IdBytes = 16;

    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    /// <summary>The new session's id.</summary>
    public string Start()
    {
        foreach (var ended in _sessions.Where(entry => !IsLive(entry.Value)))
        {
            _sessions.TryRemove(ended);
        }

        var now = time.GetUtcNow();
        var id = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        _sessions[id] = new Session(now, now);
        return id;
    }

    public bool IsLive(string? id) => id is not null && _sessions.TryGetValue(id, out var session) && IsLive(session);

    /// <summary>Notes that its user is active; false when it has ended.</summary>
    public bool Touch(string? id)
    {
        if (id is null || !_sessions.TryGetValue(id, out var session) || !IsLive(session))
        {
            return false;
        }

        // Not when the session was ended meanwhile.
        _sessions.TryUpdate(id, session with { LastSeen = time.GetUtcNow() }, session);
        return true;
    }

    public void End(string id) => _sessions.TryRemove(id, out _);

    private bool IsLive(Session session)
    {
        var now = time.GetUtcNow();
        return now - session.Started < LongestLife && now - session.LastSeen < LongestIdle;
    }

    private sealed record Session(DateTimeOffset Started, DateTimeOffset LastSeen);
}
