using Microsoft.Data.Sqlite;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Changes;

/// <summary>What cannot be recorded is not done, and reading goes on. ASVS 16.5.3.</summary>
public sealed class FailClosedTests
{
    private const string DiskFull =
        "CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_AuditRefuses_ChangesNothingAndReadingGoesOn()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        service.ExecuteInAudit(DiskFull);

        var problem = (await service.ApplyAsync(preview.ToApply())).Refusal();

        Assert.Equal((ProblemCodes.AuditUnavailable, 503), (problem.Code, problem.Status));
        Assert.Contains("disk is full", problem.Detail, StringComparison.Ordinal);
        await AssertUntouchedAndReadableAsync(service);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await service.Http.GetAsync(ServiceRoutes.Ready, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Apply_AuditWorksAgain_IsAppliedWithoutARestart()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        service.ExecuteInAudit(DiskFull);
        (await service.ApplyAsync(preview.ToApply())).Refusal();

        service.ExecuteInAudit("DROP TRIGGER Full;");

        (await service.ApplyAsync(preview.ToApply())).Demand();
        Assert.Null((await service.Client.GetServerAsync(Cancel)).Demand().ReadOnlyReason);
    }

    [Fact]
    public async Task Apply_AuditLockedByAnotherProcess_IsRefusedWithinSeconds()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        using var other = new SqliteConnection($"Data Source={service.AuditFile};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(System.Data.IsolationLevel.Serializable, deferred: false);

        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(preview.ToApply())).Refusal().Code);

        await AssertUntouchedAndReadableAsync(service);
    }

    [Fact]
    public async Task D01_TableGoneWhileRunning_FailsClosedAndGoesOnWithoutAGap()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        service.ExecuteInAudit("ALTER TABLE AuditRecords RENAME TO Elsewhere");

        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(preview.ToApply())).Refusal().Code);
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.Client.GetAuditAsync(new(), Cancel)).Refusal().Code);
        Assert.True((await service.RowAsync("Contoso")).AspSession);

        service.ExecuteInAudit("ALTER TABLE Elsewhere RENAME TO AuditRecords");
        (await service.ApplyAsync(preview.ToApply())).Demand();
        Assert.Equal([3, 1], (await service.AuditAsync()).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task D01_DatabaseOfANewerVersion_ReadsTheConfigurationButChangesNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        service.ExecuteInAudit("ALTER TABLE AuditRecords RENAME COLUMN Json TO Content");
        await service.StartAsync();

        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(preview.ToApply())).Refusal().Code);
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task Apply_RealFullDisk_ChangesNothingUntilThereIsSpaceAgain()
    {
        using var disk = SmallDisk.TryMount();
        if (disk is null)
        {
            Assert.Skip("Mounting a small disk takes root and the right to mount.");
        }

        await using var service = await ServiceApplication.StartAsync(configure: options => options with { DataDirectory = disk.Folder });
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        disk.Fill();

        var problem = (await service.ApplyAsync(preview.ToApply())).Refusal();

        Assert.Equal(ProblemCodes.AuditUnavailable, problem.Code);
        // As after some minutes in which nobody asks, while others go on filling the disk.
        SqliteConnection.ClearAllPools();
        disk.Fill();
        await AssertUntouchedAndReadableAsync(service);
        disk.Free();
        (await service.ApplyAsync(preview.ToApply())).Demand();
    }

    [Fact]
    public async Task Apply_OutcomeCannotBeRecorded_SaysSoBlocksChangesAndCatchesUp()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        service.ExecuteInAudit(
            """
            CREATE TRIGGER Full BEFORE INSERT ON AuditRecords WHEN NEW.Type <> 'Intent'
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;
            """);

        Assert.Equal(ProblemCodes.AppliedAuditPending, (await service.ApplyAsync(request)).Refusal().Code);
        Assert.False((await service.RowAsync("Contoso")).AspSession);
        Assert.Equal(ProblemCodes.AppliedAuditPending, (await service.ApplyAsync(request)).Refusal().Code);
        var next = (await service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", "true"))).ToApply();
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(next)).Refusal().Code);

        service.ExecuteInAudit("DROP TRIGGER Full;");

        (await service.ApplyAsync(next)).Demand();
        var result = (await service.ApplyAsync(request)).Demand();
        Assert.True((await service.RecordAsync(result.AuditSequence)).HashValid);
    }

    [Fact]
    public async Task Start_TamperedRecord_ReadsButChangesNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());
        await service.StopAsync();
        service.ExecuteInAudit(
            "DROP TRIGGER AuditRecordsAreNeverChanged; UPDATE AuditRecords SET Json = CAST(replace(CAST(Json AS TEXT), 'ada', 'eve') AS BLOB) WHERE Sequence = 2");
        await service.StartAsync();

        var server = (await service.Client.GetServerAsync(Cancel)).Demand();
        Assert.Contains("Audit record 2 ", server.ReadOnlyReason, StringComparison.Ordinal);
        Assert.NotEmpty(await service.AuditAsync());
        var preview = await service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", "true"));
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(preview.ToApply())).Refusal().Code);
    }

    [Fact]
    public async Task Start_AuditIsNoDatabase_ReadsButChangesNothing()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
        {
            Directory.CreateDirectory(folder["data"]);
            File.WriteAllText(folder["data/audit.db"], new string('x', 8192));
        });

        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.ApplyAsync(preview.ToApply())).Refusal().Code);
        Assert.Equal(ProblemCodes.AuditUnavailable, (await service.Client.GetAuditAsync(new(), Cancel)).Refusal().Code);
        Assert.True((await service.RowAsync("Contoso")).AspSession);
    }

    [Theory]
    [InlineData(true, AuditOutcome.Applied)]
    [InlineData(false, AuditOutcome.Failed)]
    public async Task Start_IntentWithoutOutcome_IsSettledFromTheFiles(bool written, AuditOutcome outcome)
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        var result = (await service.ApplyAsync(request)).Demand();
        var after = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);
        await service.StopAsync();

        // As if the process had died right after the announcement: everything later is gone from the audit.
        service.ForgetAuditFrom(result.AuditSequence);
        await File.WriteAllTextAsync(service.ApplicationHost, written ? after : SampleServer.ApplicationHost, Cancel);
        await service.StartAsync();

        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Recovered }));
        Assert.Equal((outcome, request.ChangeId, "Ada Lovelace"), (entry.Outcome, entry.ChangeId, entry.Who));
        Assert.DoesNotContain(await service.AuditAsync(), row => row.Type == AuditType.Intent);
        Assert.Equal(written, (await service.ApplyAsync(request)).Succeeded(out _, out _));
        await service.StopAsync();
        await service.StartAsync();
        Assert.Single(await service.AuditAsync(new() { Type = AuditType.Recovered }));
    }

    [Fact]
    public async Task Start_IntentWithoutOutcomeAndAnotherFile_IsRecordedAsDiverged()
    {
        await using var service = await ServiceApplication.StartAsync();
        var result = await service.ChangeAsync(ClientExtensions.Request());
        await service.StopAsync();
        service.ForgetAuditFrom(result.AuditSequence);
        await File.AppendAllTextAsync(service.ApplicationHost, "<!-- Notepad -->\n", Cancel);
        await service.StartAsync();

        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Recovered }));
        Assert.Contains($"\"code\":\"{AuditResult.Diverged}\"", (await service.RecordAsync(entry.Sequence)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAndStop_Always_AreRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        await service.StartAsync();

        Assert.Equal([AuditType.Start, AuditType.Stop, AuditType.Start], (await service.AuditAsync()).Select(entry => entry.Type));
    }

    private static async Task AssertUntouchedAndReadableAsync(ServiceApplication service)
    {
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.True((await service.RowAsync("Contoso")).AspSession);
        (await service.Client.GetNodeAsync("Contoso", Cancel)).Demand();
        Assert.NotEmpty(await service.AuditAsync());
        Assert.NotNull((await service.Client.GetServerAsync(Cancel)).Demand().ReadOnlyReason);
    }
}
