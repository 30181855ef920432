using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Changes;
using SessionState.Service.Changes.Known;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Endpoints;
using SessionState.Service.Events;
using SessionState.Service.Grants;
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

        services.AddSingleton(prepared.Options);
        services.AddSingleton(prepared.Files);
        services.AddSingleton(time);
        services.AddAudit(prepared.Options);
        services.AddGrants(prepared.Policy);
        services.AddSingleton<NodeRows>().AddSingleton<NodeList>().AddSingleton<NodeReader>().AddSingleton<NodePagesReader>().AddSingleton<ServerReader>();
        services.AddSingleton<EventHub>().AddSingleton<ServerEvents>();
        services.AddSingleton<WriterQueue>().AddSingleton<ChangePlanner>().AddSingleton<ChangePreviews>();
        services.AddSingleton<ChangeLedger>().AddSingleton<ChangeRules>().AddSingleton<ChangeUndo>().AddSingleton<ChangePipeline>();
        services.AddSingleton<ConfirmRule>().AddSingleton<ChangeConfirmation>().AddSingleton<PendingKeeper>();
        services.AddSingleton<KnownStateFile>().AddSingleton<MissedEdits>().AddSingleton<KnownStateKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<KnownStateKeeper>()).AddHostedService<ExternalEdits>();
        services.AddHostedService(provider => provider.GetRequiredService<PendingKeeper>());
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
        app.MapAudit();
        app.MapEvents();
        app.MapHealth();
        app.MapOpenApiDocument();
    }
}
