using System.Diagnostics;
using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Hosting;

/// <summary>The real process: how it starts, says so, and ends.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_BadSettings_ListsThemAndEndsWithTwo()
    {
        using var process = Start("--Service:Demo=perhaps", "--socket", "nowhere");

        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("- Service:Demo is 'perhaps'", error, StringComparison.Ordinal);
        Assert.Contains("- Service:Socket: 'nowhere'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MissingApplicationHostConfig_SaysSoAndEndsWithOne()
    {
        using var folder = new TemporaryFolder();
        using var process = Start("--Service:ApplicationHostConfig=/nowhere/applicationHost.config", "--data", folder["data"], "--socket", folder["s"]);

        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("/nowhere/applicationHost.config", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_Started_AnswersAndEndsWithItsParent()
    {
        using var folder = new TemporaryFolder();
        using var process = await StartDemoAsync(folder);
        using var client = Connect(folder);

        var server = (await client.GetServerAsync(Cancel)).Demand();
        Assert.Equal("Demo server", server.Name);
        Assert.True(server.SiteCount > 5);
        Assert.True(File.Exists(folder["demo/config/applicationHost.config"]));

        process.StandardInput.Close();

        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
        Assert.False(File.Exists(folder["api.sock"]));
    }

    [Fact]
    public async Task Demo_StartedAgain_KeepsWhatWasChanged()
    {
        using var folder = new TemporaryFolder();
        using (var first = await StartDemoAsync(folder))
        {
            first.StandardInput.Close();
            await first.WaitForExitAsync(Cancel);
        }

        await File.AppendAllTextAsync(folder["demo/config/applicationHost.config"], "<!-- mine -->\n", Cancel);
        using var second = await StartDemoAsync(folder);

        Assert.EndsWith("<!-- mine -->\n", await File.ReadAllTextAsync(folder["demo/config/applicationHost.config"], Cancel), StringComparison.Ordinal);
        second.StandardInput.Close();
        await second.WaitForExitAsync(Cancel);
    }

    [Fact]
    public async Task Demo_Terminated_EndsCleanlyAndRecordsIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var folder = new TemporaryFolder();
        using var process = await StartDemoAsync(folder);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(Cancel);
        }

        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);

        using var again = await StartDemoAsync(folder);
        using var client = Connect(folder);
        var page = (await client.GetAuditAsync(new(), Cancel)).Demand();
        Assert.Equal([AuditType.Start, AuditType.Stop, AuditType.Start], page.Items.Select(entry => entry.Type));
        again.Kill();
    }

    [Fact]
    public async Task Demo_Killed_StartsAgainAtOnce()
    {
        using var folder = new TemporaryFolder();
        using (var first = await StartDemoAsync(folder))
        {
            first.Kill();
            await first.WaitForExitAsync(Cancel);
        }

        using var second = await StartDemoAsync(folder);
        using var client = Connect(folder);

        (await client.GetServerAsync(Cancel)).Demand();
        second.Kill();
        await second.WaitForExitAsync(Cancel);
    }

    private static async Task<Process> StartDemoAsync(TemporaryFolder folder)
    {
        var process = Start("--demo", "--data", folder.Path, "--socket", folder["api.sock"], "--parent-pipe");
        var line = await process.StandardOutput.ReadLineAsync(Cancel);
        Assert.Equal($"ready unix:{folder["api.sock"]}", line);
        return process;
    }

    // As appcmd names whoever runs it.
    private static ActingUser OperatingSystemUser => new(
        "os", OperatingSystem.IsLinux() ? UnixFileStatus.CurrentUserId.ToString(CultureInfo.InvariantCulture) : Environment.UserName, "me");

    private static ConfigurationServiceClient Connect(TemporaryFolder folder) =>
        new(ServiceConnection.Create(new(ServiceTransport.UnixSocket, folder["api.sock"]), "appcmd"), OperatingSystemUser);

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SessionState.Service.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
