using SessionState.Contracts;
using SessionState.Service.Changes;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Known;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Endpoints;
using SessionState.Service.Health;
using SessionState.Service.Hosting.Recovery;
using SessionState.Service.Metering;
using SessionState.Service.Nodes;
using SessionState.Service.Security;
using SessionState.Service.Transport;

namespace SessionState.Service.Hosting;

/// <summary>Puts the Service together.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(PreparedService prepared, TimeProvider time)
    {
        // Empty: nothing listens, reads settings or logs that is not named here.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Listen(prepared.Options);
        AddServices(builder.Services, prepared, time);
        var app = builder.Build();
        app.UseFrameworkProblems();
        app.UseRouting();
        app.UseMiddleware<RequestPlaces>();
        if (OperatingSystem.IsWindows())
        {
            app.UseMiddleware<PipePeer>();
        }

        app.UseMiddleware<RequestTimeLimit>();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<RequestBody>();
        Map(app);
        RecoveryLog.Write(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Recover)), prepared.Files.Recovery);
        app.Lifetime.ApplicationStarted.Register(() => ListeningPlace.SetRights(prepared.Options));
        return app;
    }

    private static void AddServices(IServiceCollection services, PreparedService prepared, TimeProvider time)
    {
        services.AddRoutingCore();
        services.AddFrameworkProblems();
        services.ConfigureHttpJsonOptions(json => ContractJson.Configure(json.SerializerOptions));
        services.AddOpenApiDocument();
        OperatorsLog.Add(services, prepared.Options);

        ServiceParts.Add(services, prepared, time);
        services.AddSingleton<NodeRows>().AddSingleton<NodeList>().AddSingleton<NodeReader>().AddSingleton<NodePagesReader>().AddSingleton<PoolReader>().AddSingleton<ServerReader>().AddSingleton<HealthReader>();
        services.AddMetering();
        services.AddSingleton<KnownStateFile>().AddSingleton<MissedEdits>().AddSingleton<KnownStateKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<KnownStateKeeper>()).AddHostedService<ExternalEdits>();
        services.AddHostedService(provider => provider.GetRequiredService<PendingKeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<ApprovalKeeper>());
        if (OperatingSystem.IsWindows())
        {
            // Nothing where neither of the two started us.
            services.AddWindowsService();
            IisDoor.AddWhereAsked(services, Environment.GetEnvironmentVariable);
        }

        if (prepared.Options.ParentPipe)
        {
            services.AddHostedService(provider =>
                new ParentPipe(Console.OpenStandardInput(), provider.GetRequiredService<IHostApplicationLifetime>()));
        }
    }

    private static void Map(WebApplication app)
    {
        app.MapServer();
        app.MapNodes();
        app.MapChanges();
        app.MapApprovals();
        app.MapAudit();
        app.MapGrants();
        app.MapEvents();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApiDocument();
    }
}
