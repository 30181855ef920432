using System.Net;

namespace SessionState.Service.Hosting;

/// <summary>
/// IIS starts the Service as a process of an application pool and waits until it answers at a port of this machine. What answers there is a host
/// of its own that knows one word: the Service itself stays behind its pipe. Not run on Windows yet.
/// </summary>
internal sealed class IisDoor(string port, string token, IHostApplicationLifetime service) : IHostedService
{
    /// <summary>What IIS asks of a site that answers nothing else.</summary>
    public const string Health = "/healthz";

    private WebApplication? _door;

    /// <summary>Opens it where IIS started us: it passes the port and a secret that only its own requests carry.</summary>
    public static void AddWhereAsked(IServiceCollection services, Func<string, string?> environment)
    {
        if (environment("ASPNETCORE_PORT") is { } port && environment("ASPNETCORE_TOKEN") is { } token)
        {
            services.AddHostedService(provider => new IisDoor(port, token, provider.GetRequiredService<IHostApplicationLifetime>()));
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseSetting("PORT", port).UseSetting("TOKEN", token).UseSetting("APPL_PATH", "/").UseIISIntegration();
        _door = builder.Build();
        _door.UseRouting();
        _door.MapGet(Health, () => "ok").AddEndpointFilter(FromThisMachineAsync);

        // IIS ends us by asking here.
        _door.Lifetime.ApplicationStopping.Register(service.StopApplication);
        await _door.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_door is not null)
        {
            await _door.StopAsync(cancellationToken);
            await _door.DisposeAsync();
        }
    }

    private static ValueTask<object?> FromThisMachineAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) ? next(context) : new(Results.NotFound());
}
