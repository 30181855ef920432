using SessionState.Dashboard.LocalService;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard.Hosting;

/// <summary>Tells whoever started the Dashboard where it is and how to sign in, once there is something to see.</summary>
internal sealed class Announcement(IHostApplicationLifetime lifetime, SignInConsole console, TextWriter writer, IServiceProvider services) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        if (services.GetService<ServiceProcess>() is { } child)
        {
            await child.FirstAttempt.WaitAsync(stoppingToken);
        }

        await writer.WriteLineAsync($"Session State Dashboard for IIS is running at {console.Address}");
        console.PrintLinks();
        console.PrintAdvice();
    }
}
