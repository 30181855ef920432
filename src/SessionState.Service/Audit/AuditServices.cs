namespace SessionState.Service.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(new AuditDatabase(options.AuditFile));
        services.AddSingleton(new AuditOrigin(options.ServerName));
        services.AddSingleton<LastChanges>().AddSingleton<AuditLog>().AddSingleton<AuditReader>();
        services.AddSingleton<AuditRecovery>().AddSingleton<AuditStart>();
        services.AddHostedService<AuditKeeper>();
    }
}

/// <summary>Whose log it is.</summary>
internal sealed record AuditOrigin(string Name);
