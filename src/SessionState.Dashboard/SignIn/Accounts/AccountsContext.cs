using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>The Dashboard's own database: local accounts and everybody's sessions. One class for each kind of database, because each has its own migrations.</summary>
internal abstract class AccountsContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    private const int HashLength = 64;

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>For the tool that writes migrations: tables depend on these rules as well.</summary>
    protected static IServiceProvider DesignTimeRules => new ServiceCollection().Configure<IdentityOptions>(AccountRules.Configure).BuildServiceProvider();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(account => account.DisplayName).HasMaxLength(Account.LongestName);
        builder.Entity<Invitation>(invitation =>
        {
            invitation.HasKey(row => row.TokenHash);
            invitation.Property(row => row.TokenHash).HasMaxLength(HashLength);
            invitation.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
        });
        builder.Entity<Session>(session =>
        {
            session.HasKey(row => row.Key);
            session.Ignore(row => row.User);
            session.Property(row => row.Key).HasMaxLength(HashLength);
            session.Property(row => row.Issuer).HasMaxLength(ActingUser.MaxLength);
            session.Property(row => row.Subject).HasMaxLength(ActingUser.MaxLength);
            session.Property(row => row.Name).HasMaxLength(ActingUser.MaxLength);
            session.Property(row => row.ProviderSession).HasMaxLength(ActingUser.MaxLength);
        });
    }
}
