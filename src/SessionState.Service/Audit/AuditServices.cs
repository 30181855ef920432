using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Export;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Verification;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Pending;

namespace SessionState.Service.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(_ => new AuditDatabase(options.AuditFile));
        services.AddSingleton(new AuditOrigin(options.ServerName));
        services.AddSingleton(new AuditBallast(options.AuditBallastFile));
        services.AddSingleton<LastChanges>().AddSingleton<PendingLedger>().AddSingleton<ApprovalLedger>();
        services.AddSingleton<IAuditFollower>(provider => provider.GetRequiredService<LastChanges>());
        services.AddSingleton<IAuditFollower>(provider => provider.GetRequiredService<PendingLedger>());
        services.AddSingleton<IAuditFollower>(provider => provider.GetRequiredService<ApprovalLedger>());
        services.AddSingleton<AuditLog>().AddSingleton<AuditReader>().AddSingleton<AuditTimelineReader>();
        services.AddSingleton(AuditKeeping.Of(options)).AddSingleton<AuditCheckpoints>();
        services.AddSingleton<AuditExporter>().AddSingleton<AuditVerifier>().AddSingleton<AuditProofs>();
        services.AddSingleton<AuditDenials>().AddSingleton<AuditSignIns>();
        services.AddSingleton<AuditOpening>().AddSingleton<AuditRecovery>().AddSingleton<AuditStart>();
        services.AddSingleton(AuditRetention.Of(options)).AddSingleton<AuditArchiver>();
        services.AddHostedService<AuditKeeper>().AddHostedService<AuditArchiving>();
    }
}
