using OpenTelemetry.Metrics;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Metering;

/// <summary>The Service has no network: it is asked for its numbers at its socket, and sends them nowhere.</summary>
internal static class MeteringServices
{
    public static void AddMetering(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<IAuditFollower>(provider => provider.GetRequiredService<ServiceMeter>());
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter());
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint(ServiceRoutes.Metrics).WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).RequiresProcess();
}
