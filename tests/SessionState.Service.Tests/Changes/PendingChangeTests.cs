using SessionState.Contracts;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Changes.Pending;

namespace SessionState.Service.Tests.Changes;

/// <summary>Changes that end by themselves, and changes of the whole server, which stand only when somebody confirms them.</summary>
public sealed class PendingChangeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_Comes_TheChangeIsTakenBackAndRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        var until = service.Clock.GetUtcNow().AddHours(2);
        var change = await OffUntilAsync(service, until);
        Assert.Equal(until, change.Until);
        Assert.Equal((change.ChangeId, until), await OnlyAsync(service));

        service.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await LookAsync(service);
        Assert.False((await service.RowAsync("Contoso")).AspSession);
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        await LookAsync(service);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Empty(await PendingAsync(service));
        var record = (await service.AuditAsync())[0];
        Assert.Equal(("(service)", "Its time is over.", change.ChangeId, AuditOutcome.Applied), (record.Who, record.Reason, record.Undoes, record.Outcome));
    }

    [Fact]
    public async Task Until_ComesWhileTheServiceIsDown_IsDoneAtTheNextStartOnce()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await OffUntilAsync(service, service.Clock.GetUtcNow().AddHours(2));
        await service.StopAsync();
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.StartAsync();

        await LookAsync(service);
        await LookAsync(service);

        Assert.True((await service.RowAsync("Contoso")).AspSession);
        Assert.Single(await service.AuditAsync(), record => record.Undoes == change.ChangeId);
        await service.StopAsync();
        await service.StartAsync();
        Assert.Empty(await PendingAsync(service));
    }

    [Fact]
    public async Task Until_ComesAfterSomebodyChangedIt_LeavesTheirsAndSaysSo()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await OffUntilAsync(service, service.Clock.GetUtcNow().AddHours(2));
        await service.ChangeAsync(ClientExtensions.Request(value: "true"));
        var text = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);
        service.Clock.Advance(TimeSpan.FromHours(2));

        await LookAsync(service);

        Assert.Equal(text, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Empty(await PendingAsync(service));
        var record = (await service.AuditAsync())[0];
        Assert.Equal((AuditType.Lapsed, change.ChangeId), (record.Type, record.Undoes));
        Assert.Contains("Ada Lovelace changed it", record.Detail, StringComparison.Ordinal);
        await service.StopAsync();
        await service.StartAsync();
        Assert.Empty(await PendingAsync(service));
    }

    [Fact]
    public async Task Until_TakenBackByHandBefore_IsOver()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await OffUntilAsync(service, service.Clock.GetUtcNow().AddHours(2));
        var preview = (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Demand();

        (await service.Client.UndoAsync(
            ServiceApplication.Ada, change.ChangeId, new(Guid.NewGuid(), preview.PlanDigest, "Sooner", null), Cancel)).Demand();

        Assert.Empty(await PendingAsync(service));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-60)]
    [InlineData(400L * 24 * 3600)]
    public async Task Until_TooSoonOrTooLate_IsRefused(long seconds)
    {
        await using var service = await ServiceApplication.StartAsync();
        var apply = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();

        var problem = (await service.ApplyAsync(apply with { Until = service.Clock.GetUtcNow().AddSeconds(seconds) })).Refusal();

        Assert.Equal((ProblemCodes.Invalid, "until"), (problem.Code, problem.Field));
        Assert.Empty(await PendingAsync(service));
    }

    [Fact]
    public async Task Until_CannotBeTakenBackNow_IsTriedAgain()
    {
        await using var service = await ServiceApplication.StartAsync();
        await OffUntilAsync(service, service.Clock.GetUtcNow().AddHours(2));
        service.Clock.Advance(TimeSpan.FromHours(2));
        using (service.Get<SessionState.Files.ConfigurationSet>().TryLock(Cancel))
        {
            await LookAsync(service);
        }

        Assert.Contains("holds this server's configuration", Assert.Single(await PendingAsync(service)).Trouble, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        await LookAsync(service);

        Assert.Empty(await PendingAsync(service));
        Assert.True((await service.RowAsync("Contoso")).AspSession);
    }

    [Fact]
    public async Task Confirm_NobodyDoes_TheWholeServersChangeIsTakenBack()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request(""));
        Assert.Equal(600, preview.ConfirmSeconds);
        var change = (await service.ApplyAsync(preview.ToApply())).Demand();
        Assert.Equal(service.Clock.GetUtcNow().AddMinutes(10), change.ConfirmBy);

        service.Clock.Advance(TimeSpan.FromSeconds(599));
        await LookAsync(service);
        Assert.False((await service.RowAsync("")).AspSession);
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await LookAsync(service);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal("Nobody confirmed it in time.", (await service.AuditAsync())[0].Reason);
    }

    [Fact]
    public async Task Confirm_InTime_TheChangeStands()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request(""));

        var confirmed = (await service.Client.ConfirmAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Demand();

        Assert.Equal(change.ChangeId, confirmed.ChangeId);
        var record = (await service.AuditAsync())[0];
        Assert.Equal((AuditType.Confirmed, "Ada Lovelace", change.ChangeId), (record.Type, record.Who, record.Undoes));
        service.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(service);
        Assert.False((await service.RowAsync("")).AspSession);
        Assert.Equal(ProblemCodes.NotFound, (await service.Client.ConfirmAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Refusal().Code);
    }

    [Theory]
    [InlineData(599, false)]
    [InlineData(601, true)]
    public async Task F18_RestartNearTheEndOfTheTime_TakesBackExactlyOnceAndOnlyAfterIt(int seconds, bool isTakenBack)
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request(""));
        await service.StopAsync();
        service.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await service.StartAsync();

        await LookAsync(service);
        await LookAsync(service);

        Assert.Equal(!isTakenBack, !(await service.RowAsync("")).AspSession);
        Assert.Equal(isTakenBack ? 1 : 0, (await service.AuditAsync()).Count(record => record.Undoes == change.ChangeId));
    }

    [Fact]
    public async Task F13_ClockSetBackWhileItWaits_DoesNotGiveMoreTime()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request(""));
        service.Clock.Set(service.Clock.GetUtcNow().AddHours(-3));
        service.Clock.Advance(TimeSpan.FromSeconds(601));

        await LookAsync(service);

        Assert.True((await service.RowAsync("")).AspSession);
    }

    [Fact]
    public async Task F13_ClockSetAheadWhileItWaits_DoesNotTakeTimeAway()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request(""));
        service.Clock.Set(service.Clock.GetUtcNow().AddYears(10));

        await LookAsync(service);

        Assert.False((await service.RowAsync("")).AspSession);
    }

    [Fact]
    public async Task F13_ClockSetBackOverARestart_GivesNoMoreTimeThanThereEverWas()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request(""));
        await service.StopAsync();
        service.Clock.Set(service.Clock.GetUtcNow().AddHours(-3));
        await service.StartAsync();
        service.Clock.Advance(TimeSpan.FromSeconds(601));

        await LookAsync(service);

        Assert.True((await service.RowAsync("")).AspSession);
    }

    [Fact]
    public async Task Confirm_SwitchedOff_NobodyIsAsked()
    {
        await using var service = await ServiceApplication.StartAsync(configure: options => options with { ConfirmTime = TimeSpan.Zero });

        var preview = await service.PreviewedAsync(ClientExtensions.Request(""));
        var change = (await service.ApplyAsync(preview.ToApply())).Demand();

        Assert.Null(preview.ConfirmSeconds);
        Assert.Null(change.ConfirmBy);
        Assert.Empty(await PendingAsync(service));
    }

    [Fact]
    public async Task Confirm_OfAChangeThatEndsToo_LeavesItsEnd()
    {
        await using var service = await ServiceApplication.StartAsync();
        var until = service.Clock.GetUtcNow().AddHours(2);
        var preview = await service.PreviewedAsync(ClientExtensions.Request(""));
        var change = (await service.ApplyAsync(preview.ToApply() with { Until = until })).Demand();
        (await service.Client.ConfirmAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Demand();

        service.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(service);
        Assert.False((await service.RowAsync("")).AspSession);
        service.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(service);

        Assert.True((await service.RowAsync("")).AspSession);
        Assert.Equal("Its time is over.", (await service.AuditAsync())[0].Reason);
    }

    [Fact]
    public async Task Until_LaterThanRecordsStayOnline_IsNotForgottenByTheArchive()
    {
        await using var service = await ServiceApplication.StartAsync(configure: options => options with { AuditOnlineDays = 1 });
        await OffUntilAsync(service, service.Clock.GetUtcNow().AddDays(90));
        service.Clock.Advance(TimeSpan.FromDays(30));
        Assert.NotEmpty(service.Get<AuditArchiver>().Run(now: true).Demand());
        await service.StopAsync();
        service.Clock.Advance(TimeSpan.FromDays(61));
        await service.StartAsync();

        await LookAsync(service);

        Assert.True((await service.RowAsync("Contoso")).AspSession);
        Assert.Equal("Its time is over.", (await service.AuditAsync())[0].Reason);
    }

    [Fact]
    public async Task Keeper_RunsByItself()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request(""));
        service.Clock.Advance(TimeSpan.FromMinutes(11));

        await Eventually.TrueAsync(async () => (await service.RowAsync("")).AspSession == true);
    }

    private static async Task<ChangeResult> OffUntilAsync(ServiceApplication service, DateTimeOffset until) =>
        (await service.ApplyAsync((await service.PreviewedAsync(ClientExtensions.Request())).ToApply() with { Until = until })).Demand();

    private static Task LookAsync(ServiceApplication service) => service.Get<PendingKeeper>().RunAsync(Cancel);

    private static async Task<IReadOnlyList<PendingChange>> PendingAsync(ServiceApplication service) =>
        (await service.Client.GetPendingChangesAsync(Cancel)).Demand().Items;

    private static async Task<(Guid, DateTimeOffset?)> OnlyAsync(ServiceApplication service) =>
        Assert.Single(await PendingAsync(service)) is var only ? (only.ChangeId, only.Until) : default;
}
