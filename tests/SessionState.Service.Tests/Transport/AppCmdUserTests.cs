using System.Runtime.Versioning;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Transport;

/// <summary>L03: appcmd run by a user who may not.</summary>
[SupportedOSPlatform("linux")]
public sealed class AppCmdUserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task L03_UserWhoMayNotReachTheService_EndsWith77AndChangesNothing()
    {
        OtherUser.SkipUnlessPossible();
        await using var service = await ServiceApplication.StartAsync();
        var run = Path.GetDirectoryName(service.Socket)!;
        Directory.CreateDirectory(Path.Combine(run, "home"));

        using var process = OtherUser.Start(
            OtherUser.Id,
            "env", $"DOTNET_CLI_HOME={run}/home", "DOTNET_EnableDiagnostics=0",
            "dotnet", Path.Combine(AppContext.BaseDirectory, "appcmd.dll"), "set", "config", "Contoso", "/section:asp", "/session.allowSessionState:False",
            "/commit:apphost", $"/server:unix:{service.Socket}");
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(77, process.ExitCode);
        Assert.Contains("Access is denied", output, StringComparison.Ordinal);
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal([AuditType.Start], (await service.AuditAsync()).Select(entry => entry.Type));
    }
}
