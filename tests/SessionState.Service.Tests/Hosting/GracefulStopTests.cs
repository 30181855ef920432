using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Changes;

namespace SessionState.Service.Tests.Hosting;

public sealed class GracefulStopTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_WhileAChangeRuns_FinishesItFirst()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        var held = service.Get<ConfigurationSet>().TryLock(Cancel);
        var applying = service.ApplyAsync(request);
        await Eventually.TrueAsync(() => IsBusyAsync(service.Get<WriterQueue>()));

        var stopping = service.StopAsync();
        Assert.False(applying.IsCompleted);
        held!.Dispose();

        (await applying).Demand();
        await stopping;
        Assert.Contains("<location path=\"Contoso\">", await File.ReadAllTextAsync(service.ApplicationHost, Cancel), StringComparison.Ordinal);
        await service.StartAsync();
        Assert.Equal(
            [AuditType.Start, AuditType.Stop, AuditType.Outcome, AuditType.Start], (await service.AuditAsync()).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Apply_LockHeldByAnotherProgram_IsBusyAndRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        using var held = service.Get<ConfigurationSet>().TryLock(Cancel);

        var problem = (await service.ApplyAsync(request)).Refusal();

        Assert.Equal((ProblemCodes.Busy, 423), (problem.Code, problem.Status));
        Assert.Single(await service.AuditAsync(new() { Type = AuditType.Denied }));
        held!.Dispose();
        (await service.ApplyAsync(request)).Demand();
    }

    private static async Task<bool> IsBusyAsync(WriterQueue queue)
    {
        using var probe = new CancellationTokenSource();
        var entering = queue.EnterAsync(probe.Token);
        if (entering.IsCompleted)
        {
            (await entering)?.Dispose();
            return false;
        }

        await probe.CancelAsync();
        return true;
    }
}
