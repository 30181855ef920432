using System.Runtime.Versioning;
using Microsoft.AspNetCore.Routing;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Transport;

/// <summary>Each side makes sure whom it talks to, with a real second user: before the first byte is sent, and before one is read.</summary>
[SupportedOSPlatform("linux")]
public sealed class PeerIdentityTests
{
    private const UnixFileMode OwnerAndPassers = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Everybody = OwnerAndPassers
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_OtherUserAsksAnything_ReadsNoByteAndRecordsIt()
    {
        OtherUser.SkipUnlessPossible();
        await using var service = await ServiceApplication.StartAsync(configure: options => options with { AllowedUids = [0, 12345] });
        File.SetUnixFileMode(Path.GetDirectoryName(Path.GetDirectoryName(service.Socket))!, OwnerAndPassers);
        Assert.Equal(0, (await OtherUser.CurlAsync(12345, service.Socket, ServiceRoutes.Live)).ExitCode);

        foreach (var endpoint in service.Get<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>())
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var (exitCode, output) = await OtherUser.CurlAsync(OtherUser.Id, service.Socket, endpoint.RoutePattern.RawText!, method);
                Assert.Contains(exitCode, new[] { 7, 52, 55, 56 });
                Assert.Equal("", output);
            }
        }

        var denied = await service.AuditAsync(new() { Type = AuditType.Denied });
        Assert.All(denied, entry => Assert.Equal(("(unknown)", "(not admitted)"), (entry.Who, entry.Via)));
        Assert.Contains($"\"uid\":{OtherUser.Id}", (await service.RecordAsync(denied[^1].Sequence)).Json, StringComparison.Ordinal);

        // What was read would have been understood and refused.
        Assert.Empty(await service.FaultsAsync());
        Assert.DoesNotContain(service.ReadLog(), line => line.Contains("Refused with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Client_OtherUserListensThere_SendsNoByte()
    {
        OtherUser.SkipUnlessPossible();
        using var folder = new TemporaryFolder();
        using var squatter = await SquatAsync(folder);

        Assert.Contains("does not run as user 0 or root", (await AskAsync(folder["run/api.sock"])).Detail, StringComparison.Ordinal);

        Assert.Equal("0", await squatter.StandardOutput.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task Client_TheNamedUserListensThere_SendsItsRequest()
    {
        OtherUser.SkipUnlessPossible();
        using var folder = new TemporaryFolder();
        using var service = await SquatAsync(folder);
        using (var client = ServiceConnection.Create(new(ServiceTransport.UnixSocket, folder["run/api.sock"]), "dashboard", OtherUser.Id))
        {
            using var answer = await client.GetAsync(ServiceRoutes.Live, Cancel);
            Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.NotEqual("0", await service.StandardOutput.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task Client_TheSocketWasReplaced_SendsNoByteToTheOther()
    {
        OtherUser.SkipUnlessPossible();
        await using var service = await ServiceApplication.StartAsync();
        using var client = service.CreateHttpClient();
        using (var first = await client.GetAsync(ServiceRoutes.Live, Cancel))
        {
            Assert.True(first.IsSuccessStatusCode);
        }

        var run = Path.GetDirectoryName(service.Socket)!;
        File.SetUnixFileMode(Path.GetDirectoryName(run)!, OwnerAndPassers);
        File.SetUnixFileMode(run, Everybody);
        File.Delete(service.Socket);
        using var squatter = await OtherUser.ListenAsync(service.Socket);
        using var next = service.CreateHttpClient();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => next.GetAsync(ServiceRoutes.Live, Cancel));

        Assert.Contains("Nothing was sent to it", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("0", await squatter.StandardOutput.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task Client_FolderOfAnotherUser_SendsNoByteEvenToTheRightOne()
    {
        OtherUser.SkipUnlessPossible();
        using var folder = new TemporaryFolder();
        using var folderOwner = await SquatAsync(folder, user: 0);
        await RunAsync("chown", $"{OtherUser.Id}", folder["run"]);

        Assert.Contains("its socket cannot be trusted", (await AskAsync(folder["run/api.sock"])).Detail, StringComparison.Ordinal);

        Assert.Equal("0", await folderOwner.StandardOutput.ReadLineAsync(Cancel));
    }

    // The socket is made where its maker may, and moved by root to where the Service should be.
    private static async Task<System.Diagnostics.Process> SquatAsync(TemporaryFolder folder, uint user = OtherUser.Id)
    {
        File.SetUnixFileMode(folder.Path, OwnerAndPassers);
        Directory.CreateDirectory(folder["theirs"]);
        File.SetUnixFileMode(folder["theirs"], Everybody);
        Directory.CreateDirectory(folder["run"], OwnerAndPassers);
        var squatter = await OtherUser.ListenAsync(folder["theirs/api.sock"], user);
        File.Move(folder["theirs/api.sock"], folder["run/api.sock"]);
        return squatter;
    }

    private static async Task<Problem> AskAsync(string socket)
    {
        using var client = new ConfigurationServiceClient(ServiceConnection.Create(new(ServiceTransport.UnixSocket, socket), "dashboard"));
        return (await client.GetServerAsync(Cancel)).Refusal();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }
}
