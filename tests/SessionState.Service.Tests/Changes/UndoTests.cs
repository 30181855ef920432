using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>Undo puts values back, not files, and never somebody else's later change.</summary>
public sealed class UndoTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undo_AValueThatWasNotSet_TakesItOutAgain()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request());

        var preview = await PreviewAsync(service, change);
        Assert.Equal("Let Contoso inherit ASP session state", preview.Summary);
        var undone = await UndoAsync(service, change, preview);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        var record = (await service.AuditAsync())[0];
        Assert.Equal((change.ChangeId, undone.ChangeId, "Sorry"), (record.Undoes, record.ChangeId, record.Reason));
    }

    [Fact]
    public async Task Undo_AValueThatWasAnother_PutsItBackBesideWhatOthersChangedSince()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        await service.ChangeAsync(ClientExtensions.Request("Fabrikam", "false"));
        await File.WriteAllTextAsync(
            service.ApplicationHost,
            (await File.ReadAllTextAsync(service.ApplicationHost, Cancel)).Replace("ShopPool", "OtherPool", StringComparison.Ordinal),
            Cancel);

        await UndoAsync(service, change, await PreviewAsync(service, change));

        Assert.False((await service.RowAsync("Contoso/shop")).AspSession);
        Assert.False((await service.RowAsync("Fabrikam")).AspSession);
        Assert.Contains("OtherPool", await File.ReadAllTextAsync(service.ApplicationHost, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_SomebodyChangedItSince_IsRefusedAndSaysWho()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request());
        var preview = await PreviewAsync(service, change);
        var later = await service.ChangeAsync(ClientExtensions.Request(value: "true"));

        var problem = (await service.Client.UndoAsync(
            ServiceApplication.Ada, change.ChangeId, Request(preview), Cancel)).Refusal();

        Assert.Equal((ProblemCodes.ChangedSince, 409), (problem.Code, problem.Status));
        Assert.Contains($"Ada Lovelace changed it (audit record {later.AuditSequence})", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("was 'false' after the change", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("says 'true'", problem.Detail, StringComparison.Ordinal);
        Assert.True((await service.RowAsync("Contoso")).AspSession);
        Assert.Equal(problem.Code, (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Refusal().Code);
        Assert.Equal((AuditType.Denied, change.ChangeId), ((await service.AuditAsync())[0].Type, (await service.AuditAsync())[0].Undoes));
    }

    [Fact]
    public async Task Undo_EditedByHandSince_IsRefused()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        await File.WriteAllTextAsync(
            service.ApplicationHost,
            (await File.ReadAllTextAsync(service.ApplicationHost, Cancel)).Replace(" allowSessionState=\"true\"", "", StringComparison.Ordinal),
            Cancel);
        Assert.True(service.Get<SessionState.Files.ConfigurationSet>().Refresh());

        var problem = (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Refusal();

        Assert.Equal(ProblemCodes.ChangedSince, problem.Code);
        Assert.Contains("says nothing", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_ASecondTime_IsRefusedAndTheUndoCanBeUndone()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(ClientExtensions.Request());
        var undo = await UndoAsync(service, change, await PreviewAsync(service, change));

        Assert.Equal(ProblemCodes.ChangedSince, (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Refusal().Code);
        await UndoAsync(service, undo, await PreviewAsync(service, undo));

        Assert.False((await service.RowAsync("Contoso")).AspSession);
    }

    [Fact]
    public async Task Undo_SeveralTargetsAfterARestart_PutsAllBack()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(new ChangeRequest(
            [
                new("Contoso", ServiceApplication.Setting, ChangeAction.Set, "false", null),
                new("Contoso", "system.webServer/asp/session@timeout", ChangeAction.Set, "00:05:00", null),
                new("Fabrikam", ServiceApplication.Setting, ChangeAction.Set, "false", null),
            ],
            ""));
        await service.StopAsync();
        await service.StartAsync();

        await UndoAsync(service, change, await PreviewAsync(service, change));

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal(SampleServer.FabrikamWebConfig, await File.ReadAllTextAsync(service.WebConfig("fabrikam"), Cancel));
    }

    [Fact]
    public async Task Undo_ALock_SaysWhatTheFileSaidBefore()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = await service.ChangeAsync(new ChangeRequest("Contoso", "system.webServer/asp", ChangeAction.Unlock, null, null, ""));

        var preview = await PreviewAsync(service, change);
        Assert.Equal("Let Contoso inherit the lock of system.webServer/asp", preview.Summary);
        await UndoAsync(service, change, preview);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task Undo_ARepair_IsRefusedWithTheReason()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(new ChangeRequest("Fabrikam", "system.webServer/asp", ChangeAction.Lock, null, null, ""));
        var repair = await service.ChangeAsync(new ChangeRequest("Fabrikam", "system.webServer/asp", ChangeAction.Repair, null, null, ""));

        var problem = (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, repair.ChangeId, Cancel)).Refusal();

        Assert.Equal(ProblemCodes.Invalid, problem.Code);
        Assert.Contains("still forbidden", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_UnknownOrRefusedChange_IsNotFound()
    {
        await using var service = await ServiceApplication.StartAsync();
        var refused = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply() with { PlanDigest = "other" };
        await service.ApplyAsync(refused);

        Assert.All(
            [
                await service.Client.PreviewUndoAsync(ServiceApplication.Ada, Guid.NewGuid(), Cancel),
                await service.Client.PreviewUndoAsync(ServiceApplication.Ada, refused.ChangeId, Cancel),
            ],
            result => Assert.Equal(ProblemCodes.NotFound, result.Refusal().Code));
    }

    private static async Task<ChangePreview> PreviewAsync(ServiceApplication service, ChangeResult change) =>
        (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Demand();

    private static async Task<ChangeResult> UndoAsync(ServiceApplication service, ChangeResult change, ChangePreview preview) =>
        (await service.Client.UndoAsync(ServiceApplication.Ada, change.ChangeId, Request(preview), Cancel)).Demand();

    private static UndoChangeRequest Request(ChangePreview preview) => new(Guid.NewGuid(), preview.PlanDigest, "Sorry", null);
}
