using SessionState.Contracts;
using SessionState.Service.Hosting.Recovery;

namespace SessionState.Service.Tests.Hosting;

/// <summary>The verb for the day on which nothing runs.</summary>
public sealed class RecoverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recover_NothingHappened_SaysSoAndEndsWithZero()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();

        var (exitCode, text) = Run(service);

        Assert.Equal(0, exitCode);
        Assert.Contains("Interrupted writes: none.", text, StringComparison.Ordinal);
        Assert.Contains("its end is as it was written", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recover_WhileTheServiceRuns_RefusesToTouchAnything()
    {
        await using var service = await ServiceApplication.StartAsync();
        var head = (await service.AuditAsync())[0].Sequence;

        Assert.Equal(1, Run(service).ExitCode);

        Assert.Equal(head, (await service.AuditAsync())[0].Sequence);
    }

    [Fact]
    public async Task Recover_ChangeWithoutOutcome_SettlesIt()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());
        var outcome = (await service.AuditAsync())[0].Sequence;
        await service.StopAsync();
        service.ForgetAuditFrom(outcome);

        var (exitCode, text) = Run(service);

        Assert.Equal(0, exitCode);
        Assert.Contains("Unfinished change of Contoso", text, StringComparison.Ordinal);
        await service.StartAsync();
        Assert.Contains(await service.AuditAsync(), record => record.Type == AuditType.Recovered && record.Outcome == AuditOutcome.Applied);
    }

    [Fact]
    public async Task Recover_UnconfirmedChangeIsDue_TakesItBack()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request(""));
        await service.StopAsync();
        service.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, Run(service).ExitCode);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task PutBack_BrokenApplicationHostConfig_IsAgainAsBeforeTheChangeAndRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request());
        await service.StopAsync();
        await File.WriteAllTextAsync(service.ApplicationHost, "<configuration><broken>", Cancel);
        var (exitCode, text) = Run(service);
        Assert.Equal(1, exitCode);
        Assert.Contains($"{service.ApplicationHost}, line 1", text, StringComparison.Ordinal);
        Assert.Contains($"  {change.AuditSequence}  as before 2026-11-22 16:00:00 UTC, when Ada Lovelace changed Contoso", text, StringComparison.Ordinal);

        using var output = new StringWriter();
        Assert.Equal(0, Recover.PutBack(service.Options, $"{change.AuditSequence}", service.Clock, output));

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        await service.StartAsync();
        Assert.Contains(await service.AuditAsync(), record => record is { Via: "console", Outcome: AuditOutcome.Applied }
            && record.Reason == $"Put back whole as before audit record {change.AuditSequence}, with 'recover'.");
        Assert.True((await service.Client.VerifyAuditAsync(Cancel)).Demand().IsGood);
    }

    [Fact]
    public async Task PutBack_UnknownRecord_ChangesNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();

        Assert.Equal(1, Recover.PutBack(service.Options, "4711", service.Clock, TextWriter.Null));
        Assert.Equal(2, Recover.PutBack(service.Options, "yesterday", service.Clock, TextWriter.Null));

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    private static (int ExitCode, string Text) Run(ServiceApplication service)
    {
        using var output = new StringWriter();
        return (Recover.Run(service.Options, service.Clock, output), output.ToString());
    }
}
