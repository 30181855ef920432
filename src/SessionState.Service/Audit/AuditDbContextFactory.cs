using Microsoft.EntityFrameworkCore.Design;

namespace SessionState.Service.Audit;

/// <summary>For <c>dotnet ef migrations add</c> only: nothing at run time uses it.</summary>
internal sealed class AuditDbContextFactory : IDesignTimeDbContextFactory<AuditDbContext>
{
    public AuditDbContext CreateDbContext(string[] args) => new(AuditDatabase.Options("design-time.db"));
}
