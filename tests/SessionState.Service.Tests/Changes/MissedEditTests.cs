using System.Text.Json;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>Edits made while the Service did not run, also after it was killed at any moment.</summary>
public sealed class MissedEditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_ValueWasEditedMeanwhile_IsRecordedOnceWithFilesAndTimes()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        var seen = service.Clock.GetUtcNow();
        service.Clock.Advance(TimeSpan.FromHours(9));
        await EditAsync(service, "allowSessionState=\"false\"", "allowSessionState=\"true\"");
        File.SetLastWriteTimeUtc(service.ApplicationHost, seen.UtcDateTime.AddHours(8));
        await service.StartAsync();

        var entry = Assert.Single(await ExternalAsync(service));
        Assert.Equal(
            ("(unknown)", "file system", "Contoso/shop", "false", "true"), (entry.Who, entry.Via, entry.Path, entry.Before, entry.After));
        Assert.Equal(
            "It was made while the service did not run. The files were unchanged at 2026-11-22 16:00:00 UTC. "
            + "They say that they were written at 2026-11-23 00:00:00 UTC.",
            entry.Detail);
        Assert.Equal(service.Clock.GetUtcNow(), entry.At);
        var record = await service.RecordAsync(entry.Sequence);
        Assert.Equal(service.ApplicationHost, Assert.Single(record.Files).File);
        Assert.NotEqual(record.Files[0].HashBefore, record.Files[0].HashAfter);
        var when = JsonDocument.Parse(record.Json).RootElement.GetProperty("when");
        Assert.Equal((seen, seen.AddHours(8)), (when.GetProperty("unchangedAt").GetDateTimeOffset(), when.GetProperty("writtenAt").GetDateTimeOffset()));

        await RestartAsync(service);
        Assert.Single(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_OnlyACommentWasAdded_RecordsNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        await File.AppendAllTextAsync(service.ApplicationHost, "<!-- Notepad -->\n", Cancel);
        await service.StartAsync();

        Assert.Empty(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_AWebConfigCameAndAnotherWent_AreRecordedAtTheirNodes()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        File.Delete(service.WebConfig("fabrikam"));
        Directory.CreateDirectory(service.Page("fabrikam/deep"));
        await File.WriteAllTextAsync(
            service.WebConfig("fabrikam/deep"), SampleServer.FabrikamWebConfig.Replace("\"true\"", "\"false\"", StringComparison.Ordinal), Cancel);
        await service.StartAsync();

        Assert.Equal(
            [
                ("Fabrikam", "system.webServer/asp/session@timeout", "00:10:00", "00:20:00"),
                ("Fabrikam/deep", ServiceApplication.Setting, "true", "false"),
            ],
            (await ExternalAsync(service)).Select(entry => (entry.Path, entry.Setting, entry.Before, entry.After)).Order());
    }

    [Fact]
    public async Task Start_ALockWasEditedMeanwhile_IsRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        await EditAsync(service, "<section name=\"asp\" overrideModeDefault=\"Deny\" />", "<section name=\"asp\" overrideModeDefault=\"Allow\" />");
        await service.StartAsync();

        var entry = Assert.Single(await ExternalAsync(service));
        Assert.Equal(("", "system.webServer/asp", "Deny", "Allow"), (entry.Path, entry.Setting, entry.Before, entry.After));
    }

    [Fact]
    public async Task Start_AfterOurOwnChanges_RecordsNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());
        await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        await RestartAsync(service);

        Assert.Empty(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_KilledBeforeOurChangeWasWrittenDown_RecordsNothing()
    {
        await using var service = await ServiceApplication.StartAsync();
        await RestartAsync(service);
        var known = await File.ReadAllBytesAsync(Known(service), Cancel);
        await service.ChangeAsync(ClientExtensions.Request());
        await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));
        await service.StopAsync();
        await File.WriteAllBytesAsync(Known(service), known, Cancel);
        await service.StartAsync();

        Assert.Empty(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_KilledInTheMiddleOfOurChange_RecordsItAsOursOnly()
    {
        await using var service = await ServiceApplication.StartAsync();
        await RestartAsync(service);
        var known = await File.ReadAllBytesAsync(Known(service), Cancel);
        var result = await service.ChangeAsync(ClientExtensions.Request());
        await service.StopAsync();
        await File.WriteAllBytesAsync(Known(service), known, Cancel);
        service.ForgetAuditFrom(result.AuditSequence);
        await service.StartAsync();

        Assert.Single(await service.AuditAsync(new() { Type = AuditType.Recovered }));
        Assert.Empty(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_KilledBeforeOurChangeWasWrittenDownAndEditedMeanwhile_RecordsTheEditOnly()
    {
        await using var service = await ServiceApplication.StartAsync();
        await RestartAsync(service);
        var known = await File.ReadAllBytesAsync(Known(service), Cancel);
        await service.ChangeAsync(ClientExtensions.Request("Contoso"));
        await service.StopAsync();
        await File.WriteAllBytesAsync(Known(service), known, Cancel);
        await EditAsync(service, "<location path=\"Fabrikam\" overrideMode=\"Allow\">", "<location path=\"Fabrikam\" overrideMode=\"Deny\">");
        await service.StartAsync();

        Assert.All(await ExternalAsync(service), entry => Assert.Equal("Fabrikam", entry.Path));
        Assert.Contains(await ExternalAsync(service), entry => entry.Setting == "system.webServer/asp");
    }

    [Fact]
    public async Task Start_KilledBetweenTheRecordAndWritingItDown_RecordsTheEditNotTwice()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        var known = await File.ReadAllBytesAsync(Known(service), Cancel);
        await EditAsync(service, "allowSessionState=\"false\"", "allowSessionState=\"true\"");
        await RestartAsync(service);
        await service.StopAsync();
        await File.WriteAllBytesAsync(Known(service), known, Cancel);
        await service.StartAsync();

        Assert.Single(await ExternalAsync(service));
    }

    [Fact]
    public async Task Note_EditThatIsNotRecordedYet_IsNotWrittenDown()
    {
        await using var service = await ServiceApplication.StartAsync();
        service.ExecuteInAudit("CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");
        await using (var events = await EventReader.ListenAsync(service))
        {
            await EditAsync(service, "allowSessionState=\"false\"", "allowSessionState=\"true\"");
            await events.NextAsync(happened => happened.External);
        }

        await service.StopAsync();
        var edited = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(service.ApplicationHost, Cancel)));
        Assert.DoesNotContain(edited, await File.ReadAllTextAsync(Known(service), Cancel), StringComparison.Ordinal);

        service.ExecuteInAudit("DROP TRIGGER Full;");
        await service.StartAsync();
        Assert.Single(await ExternalAsync(service));
    }

    [Fact]
    public async Task Start_KnownStateOfAnotherAuditOrDamaged_IsLeftAside()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();
        await EditAsync(service, "allowSessionState=\"false\"", "allowSessionState=\"true\"");
        var known = await File.ReadAllTextAsync(Known(service), Cancel);
        await File.WriteAllTextAsync(Known(service), known.Replace("\"auditSequence\":", "\"auditSequence\":99", StringComparison.Ordinal), Cancel);
        await service.StartAsync();
        Assert.Empty(await ExternalAsync(service));
        await service.StopAsync();

        await File.WriteAllTextAsync(Known(service), "{", Cancel);
        await service.StartAsync();
        Assert.Empty(await ExternalAsync(service));
        Assert.Empty(await service.FaultsAsync());
    }

    private static string Known(ServiceApplication service) => Path.Combine(service.Data, "known-state.json");

    private static Task<IReadOnlyList<AuditEntry>> ExternalAsync(ServiceApplication service) =>
        service.AuditAsync(new() { Type = AuditType.External });

    private static async Task RestartAsync(ServiceApplication service)
    {
        await service.StopAsync();
        await service.StartAsync();
    }

    private static async Task EditAsync(ServiceApplication service, string before, string after)
    {
        var text = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);
        Assert.Contains(before, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(service.ApplicationHost + ".new", text.Replace(before, after, StringComparison.Ordinal), Cancel);
        File.Move(service.ApplicationHost + ".new", service.ApplicationHost, overwrite: true);
    }
}
