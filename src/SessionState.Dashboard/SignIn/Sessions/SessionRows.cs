using Microsoft.EntityFrameworkCore;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.SignIn.Sessions;

internal sealed class SessionRows(IServiceScopeFactory scopes) : ISessionRows
{
    public Task<IReadOnlyList<Session>> LoadAsync() =>
        UseAsync<IReadOnlyList<Session>>(async accounts => await accounts.Sessions.AsNoTracking().ToListAsync());

    public Task AddAsync(Session session) => UseAsync(accounts =>
    {
        accounts.Sessions.Add(session);
        return accounts.SaveChangesAsync();
    });

    public Task RemoveAsync(IReadOnlyCollection<string> keys) =>
        UseAsync(accounts => accounts.Sessions.Where(row => keys.Contains(row.Key)).ExecuteDeleteAsync());

    public Task SeenAsync(IReadOnlyCollection<Session> sessions) => UseAsync(async accounts =>
    {
        foreach (var session in sessions)
        {
            await accounts.Sessions.Where(row => row.Key == session.Key)
                .ExecuteUpdateAsync(row => row.SetProperty(column => column.LastSeen, session.LastSeen));
        }

        return sessions.Count;
    });

    private async Task<T> UseAsync<T>(Func<AccountsContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AccountsContext>());
    }
}
