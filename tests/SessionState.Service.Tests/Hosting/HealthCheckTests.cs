using SessionState.Contracts;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Hosting;

/// <summary>What a container or a monitor asks.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public async Task Run_ServiceAnswers_IsReady()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var output = new StringWriter();

        Assert.Equal(0, await HealthCheck.RunAsync(service.Options, output));
        Assert.Equal("ready", output.ToString().Trim());
    }

    [Fact]
    public async Task Run_AuditCannotBeWritten_SaysWhy()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        service.ExecuteInAudit("DROP TRIGGER AuditRecordsAreNeverChanged; UPDATE AuditRecords SET Hash = zeroblob(32) WHERE Sequence = 1");
        await service.StartAsync();
        using var output = new StringWriter();

        Assert.Equal(1, await HealthCheck.RunAsync(service.Options, output));
        Assert.StartsWith("not ready: Audit record 1 ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingListens_SaysWhere()
    {
        using var folder = new TemporaryFolder();
        await using var service = await ServiceApplication.StartAsync();
        using var output = new StringWriter();

        Assert.Equal(1, await HealthCheck.RunAsync(service.Options with { Address = new(ServiceTransport.UnixSocket, folder["none.sock"]) }, output));
        Assert.StartsWith($"not ready: nothing answers at unix:{folder["none.sock"]}", output.ToString(), StringComparison.Ordinal);
    }
}
