using SessionState.Contracts;
using SessionState.Dashboard.LocalService;

namespace SessionState.Dashboard.Hosting;

internal static class ServiceAccess
{
    private const string ProgramName = "dashboard";

    /// <summary>The Service at its configured address or, where none is configured, a child of this process on the demo server.</summary>
    public static void AddConfigurationService(this IServiceCollection services, Preparation prepared)
    {
        services.AddSingleton(_ => ServiceConnection.Create(prepared.Service, ProgramName, prepared.Options.ServiceUserId, prepared.Options.ServiceSid));
        services.AddSingleton<ConfigurationServiceClient>();
        if (prepared.Options.ServiceAddress is not null)
        {
            services.AddSingleton<IConfigurationService>(provider => provider.GetRequiredService<ConfigurationServiceClient>());
            return;
        }

        services.AddSingleton(ServiceCommand.ForDemo(prepared.Folder.Service, prepared.Service));
        services.AddSingleton<ServiceProcess>();
        services.AddHostedService(provider => provider.GetRequiredService<ServiceProcess>());
        services.AddSingleton<IConfigurationService>(provider => new ChildConfigurationService(
            provider.GetRequiredService<ConfigurationServiceClient>(), provider.GetRequiredService<ServiceProcess>()));
    }
}
