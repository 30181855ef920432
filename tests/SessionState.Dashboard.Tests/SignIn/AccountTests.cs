using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>A Dashboard with local accounts. What is tested with it holds on SQLite and, in a derived class, on PostgreSQL.</summary>
public abstract class AccountTests(string? postgreSql) : IAsyncDisposable
{
    internal DashboardFactory Dashboard { get; } = DashboardFactory.WithAccounts(postgreSql);

    public async ValueTask DisposeAsync()
    {
        await Dashboard.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
