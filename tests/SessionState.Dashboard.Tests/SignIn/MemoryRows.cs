using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Session rows without a database.</summary>
internal sealed class MemoryRows : ISessionRows
{
    public Dictionary<string, Session> Rows { get; } = [];

    public Task<IReadOnlyList<Session>> LoadAsync() => Task.FromResult<IReadOnlyList<Session>>([.. Rows.Values]);

    public Task AddAsync(Session session)
    {
        Rows.Add(session.Key, session);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
        {
            Rows.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task SeenAsync(IReadOnlyCollection<Session> sessions)
    {
        foreach (var session in sessions)
        {
            Rows[session.Key] = session;
        }

        return Task.CompletedTask;
    }
}
