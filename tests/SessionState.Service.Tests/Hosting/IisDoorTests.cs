using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Hosting;

/// <summary>What IIS's module expects of a process it started, acted out here: a port, a token on its requests, and a request to end.</summary>
public sealed class IisDoorTests : IAsyncLifetime
{
    private const string Token = "0f6e1d2c-secret";

    private readonly Lifetime _service = new();
    private readonly HttpClient _module = new();
    private IisDoor _door = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        _door = new(port, Token, _service);
        await _door.StartAsync(Cancel);
        _module.BaseAddress = new($"http://127.0.0.1:{port}");
        _module.DefaultRequestHeaders.Add("MS-ASPNETCORE-TOKEN", Token);
    }

    public async ValueTask DisposeAsync()
    {
        _module.Dispose();
        await _door.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Health_WithTheToken_IsOk() => Assert.Equal("ok", await _module.GetStringAsync(IisDoor.Health, Cancel));

    [Theory]
    [InlineData("/api/v1/server")]
    [InlineData("/health/live")]
    [InlineData("/")]
    public async Task EverythingElse_IsNotThere(string path)
    {
        using var answer = await _module.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Health_WithoutTheToken_IsRefused()
    {
        _module.DefaultRequestHeaders.Clear();

        using var answer = await _module.GetAsync(IisDoor.Health, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task ShutdownEvent_EndsTheService()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/iisintegration");
        request.Headers.Add("MS-ASPNETCORE-EVENT", "shutdown");

        using var answer = await _module.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await _service.Stopped.Task.WaitAsync(Cancel);
    }

    [Fact]
    public void AddWhereAsked_WithoutIis_AddsNothing()
    {
        var services = new ServiceCollection();

        IisDoor.AddWhereAsked(services, _ => null);

        Assert.Empty(services);
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => Stopped.TrySetResult();
    }
}
