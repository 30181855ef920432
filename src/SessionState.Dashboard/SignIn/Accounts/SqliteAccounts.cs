using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SessionState.Dashboard.SignIn.Accounts;

internal sealed class SqliteAccounts(DbContextOptions<SqliteAccounts> options) : AccountsContext(options)
{
    /// <summary>For <c>dotnet ef migrations add NAME --context SqliteAccounts --output-dir SignIn/Accounts/Migrations/Sqlite</c>.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteAccounts>
    {
        public SqliteAccounts CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteAccounts>().UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(DesignTimeRules).Options);
    }
}
