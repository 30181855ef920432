using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SessionState.Dashboard.SignIn.Accounts;

internal sealed class PostgreSqlAccounts(DbContextOptions<PostgreSqlAccounts> options) : AccountsContext(options)
{
    /// <summary>For <c>dotnet ef migrations add NAME --context PostgreSqlAccounts --output-dir SignIn/Accounts/Migrations/PostgreSql</c>.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgreSqlAccounts>
    {
        public PostgreSqlAccounts CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgreSqlAccounts>().UseNpgsql("Host=nowhere").UseApplicationServiceProvider(DesignTimeRules).Options);
    }
}
