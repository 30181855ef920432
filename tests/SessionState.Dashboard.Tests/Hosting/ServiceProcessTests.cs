using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Dashboard.LocalService;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>With small real processes in the Service's place.</summary>
public sealed class ServiceProcessTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly ListLogger<ServiceProcess> _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Stop_EndsTheChildByClosingItsInput()
    {
        var ended = Path.Combine(_temporary.Path, "ended");
        using var service = Start($"echo ready unix:/x; cat; touch {ended}");
        await service.StartAsync(Cancel);
        await service.FirstAttempt.WaitAsync(Cancel);
        Assert.Null(service.Problem);

        await service.StopAsync(Cancel);

        Assert.True(File.Exists(ended), "The child was not asked to end.");
    }

    [Fact]
    public async Task Child_ThatEnds_IsStartedAgainAndTheReasonIsKnown()
    {
        var once = Path.Combine(_temporary.Path, "once");
        using var service = Start($"if [ -e {once} ]; then echo ready unix:/x; cat; else touch {once}; echo disk is full >&2; exit 3; fi");
        await service.StartAsync(Cancel);
        await service.FirstAttempt.WaitAsync(Cancel);
        Assert.Equal("The Service ended (exit code 3). disk is full", service.Problem);

        await _log.NextAsync("It is started again", Cancel);
        await _log.NextAsync("The Service is running", Cancel);

        Assert.Null(service.Problem);
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task Child_ThatDoesNotExist_IsAProblemAndNotACrash()
    {
        using var service = Create(new("/nowhere/service", []));
        await service.StartAsync(Cancel);

        await service.FirstAttempt.WaitAsync(Cancel);

        Assert.StartsWith("The Service could not be started: ", service.Problem, StringComparison.Ordinal);
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task Child_OfTheDashboard_DoesNotInheritItsSettings()
    {
        var seen = Path.Combine(_temporary.Path, "environment");
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://localhost:1");
        using var service = Start($"env > {seen}; echo ready unix:/x; cat");
        await service.StartAsync(Cancel);
        await service.FirstAttempt.WaitAsync(Cancel);
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);

        var environment = await File.ReadAllTextAsync(seen, Cancel);

        Assert.Contains("PATH=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("ASPNETCORE_URLS", environment, StringComparison.Ordinal);
        await service.StopAsync(Cancel);
    }

    private ServiceProcess Start(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        return Create(new("/bin/sh", ["-c", script]));
    }

    private ServiceProcess Create(ServiceCommand command)
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        lifetime.NotifyStarted();
        return new(command, lifetime, TimeProvider.System, _log);
    }
}
