using System.Diagnostics;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests;

/// <summary>The Service is the Dashboard's child: there for as long as it is, and never longer.</summary>
public sealed class ServiceLifeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dashboard_Killed_TakesTheServiceWithIt()
    {
        await using var dashboard = await DashboardProgram.StartAsync(Cancel);
        using var service = ChildProcesses.Of(dashboard.ProcessId);

        dashboard.Kill();

        await EndAsync(service);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Dashboard_ToldToStop_StopsTheServiceAndEndsWithZero(string signal)
    {
        await using var dashboard = await DashboardProgram.StartAsync(Cancel);
        using var service = ChildProcesses.Of(dashboard.ProcessId);

        await ChildProcesses.SignalAsync(dashboard.ProcessId, signal);

        await EndAsync(service);
        Assert.Equal(0, await dashboard.ExitAsync(Cancel));
        Assert.DoesNotContain(" ERR ", dashboard.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" WRN ", dashboard.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_Killed_IsStartedAgain()
    {
        await using var dashboard = await DashboardProgram.StartAsync(Cancel);
        using var first = ChildProcesses.Of(dashboard.ProcessId);
        var lines = dashboard.LineCount;

        first.Kill();

        await dashboard.LineAsync("The Service ended .exit code 137.", Cancel, lines);
        await dashboard.LineAsync("The Service is running", Cancel, lines);
        using var second = ChildProcesses.Of(dashboard.ProcessId);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Dashboard_StartedAgainOnTheSameFolder_FindsTheDemoServerAsItWasLeft()
    {
        await using var dashboard = await DashboardProgram.StartAsync(Cancel);
        var changed = await File.ReadAllTextAsync(dashboard.ApplicationHostConfig, Cancel) + "<!-- mine -->";
        await File.WriteAllTextAsync(dashboard.ApplicationHostConfig, changed, Cancel);

        dashboard.Kill();
        await dashboard.ExitAsync(Cancel);
        await dashboard.RestartAsync(Cancel);

        Assert.Equal(changed, await File.ReadAllTextAsync(dashboard.ApplicationHostConfig, Cancel));
    }

    private static async Task EndAsync(Process process)
    {
        await process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.True(process.HasExited);
    }
}
