using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SessionState.Dashboard.Hosting;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>Brings the database up to date and reads the sessions, before the first request is answered.</summary>
internal sealed class AccountsDatabase(IServiceScopeFactory scopes, FirstAccount first, SessionBook sessions, ILogger<AccountsDatabase> log) : IHostedService
{
    public static void AddTo(IServiceCollection services, DataFolder folder, SignInOptions options)
    {
        if (options.PostgreSql is { } connection)
        {
            services.AddDbContext<AccountsContext, PostgreSqlAccounts>(context => context.UseNpgsql(connection)
                // Whether there are tables yet is found out by a question that fails. Real failures are thrown as well.
                .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug))));
        }
        else
        {
            services.AddDbContext<AccountsContext, SqliteAccounts>(context => context.UseSqlite($"Data Source={folder.Accounts}"));
        }

        services.AddHostedService<AccountsDatabase>();
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsContext>();
            await accounts.Database.MigrateAsync(cancellationToken);
            await first.LookAsync(accounts, cancellationToken);
        }

        await sessions.LoadAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sessions.SweepAsync();
        }
        catch (Exception error) when (SessionBook.IsAway(error))
        {
            log.LogWarning(error, "The sessions could not be written to the database before the end; some may be older after a start than they were.");
        }
    }
}
