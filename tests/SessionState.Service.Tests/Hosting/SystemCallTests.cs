using System.Diagnostics;
using System.Text.RegularExpressions;
using SessionState.Contracts;
using SessionState.Service.Tests.Deploy;

namespace SessionState.Service.Tests.Hosting;

/// <summary>What the real Service asks of the kernel from start to stop, as strace sees it.</summary>
public sealed partial class SystemCallTests
{
    private const string Tracer = "/usr/bin/strace";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_FromStartToStop_StartsNoProcessOpensNoNetworkAndStaysWithinItsUnit()
    {
        Assert.SkipUnless(File.Exists(Tracer), "strace is not installed.");
        using var folder = new TemporaryFolder();

        await RunSessionAsync(folder);

        var calls = (await File.ReadAllLinesAsync(folder["trace"], Cancel)).Select(line => Call().Match(line)).Where(match => match.Success).ToList();
        Assert.True(calls.Count > 1_000, "strace saw nothing.");

        // The first one is the Service itself.
        Assert.Single(Named(calls, "execve", "execveat"));
        Assert.Empty(Named(calls, "fork", "vfork"));
        Assert.DoesNotContain(Named(calls, "connect", "bind", "sendto", "sendmsg", "sendmmsg"), call => call.Contains("AF_INET", StringComparison.Ordinal));

        // .NET asks once whether the machine has IPv4 and IPv6 by opening a socket of each and closing it; there is no other.
        Assert.All(
            Named(calls, "socket").Where(call => call.Contains("AF_INET", StringComparison.Ordinal)),
            call => Assert.Contains("SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP", call, StringComparison.Ordinal));
        Assert.InRange(Named(calls, "socket").Count(call => call.Contains("AF_INET", StringComparison.Ordinal)), 0, 2);

        Units.SkipWithoutSystemd();
        var allowed = await Units.AllowedCallsAsync("sessionstate.service");
        Assert.Equal([], calls.Select(call => call.Groups["name"].Value).Except(allowed));
    }

    private static async Task RunSessionAsync(TemporaryFolder folder)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Tracer,
            [
                "-f", "-qq", "-o", folder["trace"], "dotnet", Path.Combine(AppContext.BaseDirectory, "SessionState.Service.dll"), "--demo", "--data",
                folder["data"], "--socket", folder["api.sock"], "--parent-pipe", "--Service:FirstAdministrator=local ada",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.StartsWith("ready", await process.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);
        using var client = new ConfigurationServiceClient(ServiceConnection.Create(new(ServiceTransport.UnixSocket, folder["api.sock"]), "dashboard"), ServiceApplication.Ada);
        await WorkAsync(client, folder["data/demo/config/applicationHost.config"]);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task WorkAsync(ConfigurationServiceClient client, string applicationHost)
    {
        var events = client.GetEventsAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());
        var nodes = (await client.GetNodesAsync(new(), Cancel)).Demand();
        var application = nodes.Items.First(row => row.Kind == NodeKind.Application && row.AspSession == true);
        (await client.GetNodeAsync(application.Path, Cancel)).Demand();
        (await client.GetPagesAsync(application.Path, Cancel)).Demand();

        var change = ClientExtensions.Request(application.Path);
        var preview = (await client.PreviewAsync(ServiceApplication.Ada, change, Cancel)).Demand();
        (await client.ApplyAsync(ServiceApplication.Ada, preview.ToApply(), Cancel)).Demand();
        (await client.RecordSignInAsync(ServiceApplication.Ada, new(SignInKind.SignedIn, "link"), Cancel)).Demand();

        await File.AppendAllTextAsync(applicationHost, "<!-- Notepad -->\n", Cancel);
        while (await events.MoveNextAsync() && !events.Current.External)
        {
            // Ours come first.
        }

        (await client.ExportAuditAsync(AuditExportFormat.Bundle, new(), Stream.Null, Cancel)).Demand();
        Assert.True((await client.VerifyAuditAsync(Cancel)).Demand() is not null);
        await events.DisposeAsync();
    }

    private static List<string> Named(IEnumerable<Match> calls, params string[] names) =>
        [.. calls.Where(call => names.Contains(call.Groups["name"].Value)).Select(call => call.Value)];

    [GeneratedRegex(@"^\d+ +(?<name>[a-z_0-9]+)\(.*$")]
    private static partial Regex Call();
}
