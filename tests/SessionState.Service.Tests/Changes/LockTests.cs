using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>Locks, unlocks and repairs over the wire, by the same pipeline as every change.</summary>
public sealed class LockTests
{
    private const string Section = "system.webServer/asp";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lock_SiteWhoseFileHoldsTheSection_RehearsesAppliesAndRecordsIt()
    {
        await using var service = await ServiceApplication.StartAsync();
        var file = service.WebConfig("fabrikam");

        var preview = await service.PreviewedAsync(Request("fabrikam", ChangeAction.Lock));

        Assert.Equal("Lock system.webServer/asp for Fabrikam", preview.Summary);
        Assert.Equal(("MACHINE/WEBROOT/APPHOST", "Fabrikam"), (preview.First.Place.CommitPath, preview.First.Place.LocationPath));
        var failing = Assert.Single(preview.Rehearsal!.StartFailing);
        Assert.Equal((file, 5, "Fabrikam", "0x80070021"), (failing.File, failing.Line, failing.Path, failing.ErrorNumber));
        Assert.Equal("Fabrikam", Assert.Single(preview.Rehearsal.LoseOverride));
        Assert.Equal((1, 0), (preview.Rehearsal.LoseOverrideCount, preview.Rehearsal.GainOverrideCount));
        Assert.Equal([new(ServiceApplication.Setting, "Fabrikam", NodeKind.Site, "true", null)], preview.Effects);
        Assert.Contains("would fail with HTTP 500.19", Assert.Single(preview.Warnings), StringComparison.Ordinal);

        var request = preview.ToApply();
        var result = (await service.ApplyAsync(request)).Demand();

        Assert.Equal(
            SampleServer.ApplicationHost.Replace("overrideMode=\"Allow\"", "overrideMode=\"Deny\"", StringComparison.Ordinal),
            await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        var row = await service.RowAsync("Fabrikam");
        Assert.Equal((null, true), (row.AspSession, row.Locked));
        Assert.Equal(
            new AuditEntry(
                result.AuditSequence, service.Clock.GetUtcNow(), AuditType.Outcome, request.ChangeId, "Ada Lovelace", "dashboard", "Fabrikam",
                Section, ChangeAction.Lock, "Allow", "Deny", AuditOutcome.Applied, request.Reason, "INC-7", null),
            (await service.AuditAsync())[0]);
        var intent = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Intent }));
        Assert.Equal((result.AuditSequence - 1, "Deny"), (intent.Sequence, intent.After));
    }

    [Fact]
    public async Task Unlock_AfterLock_GivesTheOriginalBytes()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(Request("Fabrikam", ChangeAction.Lock));

        await service.ChangeAsync(Request("Fabrikam", ChangeAction.Unlock));

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.True((await service.PreviewedAsync(Request("Fabrikam", ChangeAction.Unlock))).NothingToDo);
    }

    [Fact]
    public async Task InheritLock_TagForTheLockOnly_IsTakenBack()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(Request("Contoso", ChangeAction.Unlock));

        await service.ChangeAsync(Request("Contoso", ChangeAction.InheritLock));

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task Repair_FileThatALockBroke_LosesTheSectionAndWorks()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(Request("Fabrikam", ChangeAction.Lock));

        var preview = await service.PreviewedAsync(Request("Fabrikam", ChangeAction.Repair));
        Assert.Equal([new(ServiceApplication.Setting, "Fabrikam", NodeKind.Site, null, "true")], preview.Effects);
        Assert.Equal(1, preview.Rehearsal!.StopFailingCount);
        var result = (await service.ApplyAsync(preview.ToApply())).Demand();

        Assert.Equal(
            """
            <configuration>
              <!-- Theirs. -->
            </configuration>

            """,
            await File.ReadAllTextAsync(service.WebConfig("fabrikam"), Cancel));
        Assert.Equal("Repair system.webServer/asp at Fabrikam", result.Summary);
        var entry = (await service.AuditAsync())[0];
        Assert.Equal((ChangeAction.Repair, Section, null, "true"), (entry.Action!.Value, entry.Setting, entry.Before, entry.After));
    }

    [Fact]
    public async Task Lock_InAFileThatMayNotHoldTheSection_IsRefusedAndRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = Request("Contoso", ChangeAction.Unlock).With(target => target with { CommitPath = "MACHINE/WEBROOT/APPHOST/Contoso" });

        var problem = (await service.Client.ApplyAsync(
            ServiceApplication.Ada, new(Guid.NewGuid(), request, new('0', 64), "Why not", null), Cancel)).Refusal();

        Assert.Equal((409, ProblemCodes.Locked, service.ApplicationHost, 8), (problem.Status, problem.Code, problem.File, problem.Line));
        Assert.Equal($"Unlock it in {service.ApplicationHost} (commit path MACHINE/WEBROOT/APPHOST).", problem.Remedy);
        var entry = (await service.AuditAsync())[0];
        Assert.Equal((AuditType.Denied, ChangeAction.Unlock, Section), (entry.Type, entry.Action!.Value, entry.Setting));
    }

    [Theory]
    [InlineData("system.webServer/nothing", null, null, ProblemCodes.NotFound)]
    [InlineData("system.webServer/asp/session@allowSessionState", null, null, ProblemCodes.NotFound)]
    [InlineData(Section, "false", null, ProblemCodes.Invalid)]
    public async Task Lock_ThatMakesNoSense_IsRefused(string section, string? value, string? commitPath, string code)
    {
        await using var service = await ServiceApplication.StartAsync();

        var refused = await service.Client.PreviewAsync(
            ServiceApplication.Ada, new("Contoso", section, ChangeAction.Lock, value, commitPath, ""), Cancel);

        Assert.Equal(code, refused.Refusal().Code);
    }

    [Fact]
    public async Task Repair_AtACommitPath_IsRefused()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = Request("Fabrikam", ChangeAction.Repair).With(target => target with { CommitPath = "MACHINE/WEBROOT/APPHOST" });

        Assert.Equal("commitPath", (await service.Client.PreviewAsync(ServiceApplication.Ada, request, Cancel)).Refusal().Field);
    }

    [Fact]
    public async Task Node_Locks_SayWhoAndWhereAndWhereElse()
    {
        await using var service = await ServiceApplication.StartAsync();

        var node = (await service.Client.GetNodeAsync("Contoso/shop", Cancel)).Demand();

        var locks = Assert.Single(node.Locks, found => found.Section == Section);
        Assert.Equal((true, service.ApplicationHost, 8), (locks.Lock.Locked, locks.Lock.File, locks.Lock.Line));
        Assert.Equal((OverrideMode.Inherit, OverrideMode.Deny), (locks.OverrideMode, locks.EffectiveOverrideMode));
        Assert.Empty(locks.GranularLocks);
        Assert.Equal(
            [("applicationHost.config, location tag for Contoso/shop", true), ("web.config of Contoso/shop, for everything below it", false)],
            locks.UnlockPaths.Select(path => (path.Description, path.Allowed)));
        var open = (await service.Client.GetNodeAsync("Fabrikam", Cancel)).Demand().Locks;
        Assert.Equal(OverrideMode.Allow, Assert.Single(open, found => found.Section == Section).OverrideMode);
    }

    private static ChangeRequest Request(string path, ChangeAction action) => new(path, Section, action, null, null, "");
}
