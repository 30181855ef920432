using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>Edits that do not come through the Service: by Notepad, IIS Manager, a deployment.</summary>
public sealed class ExternalEditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edit_ValueOutside_IsRecordedOnceAndTold()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        await EditAsync(service, text => text.Replace("allowSessionState=\"false\"", "allowSessionState=\"true\"", StringComparison.Ordinal));
        var happened = await events.NextAsync(happened => happened.External);

        Assert.Equal(["Contoso/shop"], happened.ChangedPaths);
        Assert.Equal("(unknown)", happened.Who);
        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.External }));
        Assert.Equal(happened.AuditHead, entry.Sequence);
        Assert.Equal(
            ("(unknown)", "file system", "Contoso/shop", "false", "true", AuditOutcome.Noticed),
            (entry.Who, entry.Via, entry.Path, entry.Before, entry.After, entry.Outcome));
        var record = await service.RecordAsync(entry.Sequence);
        Assert.Equal(service.ApplicationHost, Assert.Single(record.Files).File);
        Assert.NotEqual(record.Files[0].HashBefore, record.Files[0].HashAfter);
        Assert.Equal(entry.Sequence, (await service.RowAsync("Contoso/shop")).LastChange!.Sequence);
    }

    [Fact]
    public async Task Edit_CommentOnly_IsToldButNotRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        await EditAsync(service, text => text + "<!-- A comment. -->\n");
        var happened = await events.NextAsync(happened => happened.External);

        Assert.Empty(happened.ChangedPaths);
        Assert.Empty(await service.AuditAsync(new() { Type = AuditType.External }));
    }

    [Fact]
    public async Task Edit_LockOnly_IsRecordedWithTheSection()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        await EditAsync(service, text => text.Replace(
            "<section name=\"asp\" overrideModeDefault=\"Deny\" />", "<section name=\"asp\" overrideModeDefault=\"Allow\" />", StringComparison.Ordinal));
        await events.NextAsync(happened => happened.External);

        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.External }));
        Assert.Equal(("", "system.webServer/asp", "Deny", "Allow"), (entry.Path, entry.Setting, entry.Before, entry.After));
    }

    [Fact]
    public async Task Edit_ThenReadAtOnce_ShowsWhatIsOnTheDisk()
    {
        await using var service = await ServiceApplication.StartAsync();

        await EditAsync(service, text => text.Replace("allowSessionState=\"false\"", "allowSessionState=\"true\"", StringComparison.Ordinal));

        var node = (await service.Client.GetNodeAsync("Contoso/shop", Cancel)).Demand();
        Assert.Equal("true", Assert.Single(node.Settings, setting => setting.Setting == ServiceApplication.Setting).Value);
    }

    [Fact]
    public async Task Edit_ServerLevel_IsOneRecordAtTheServerAndNoneForWhatInherits()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        await EditAsync(service, text => text.Replace(
            "  <system.applicationHost>",
            "  <system.webServer>\n    <asp>\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n  <system.applicationHost>",
            StringComparison.Ordinal));
        await events.NextAsync(happened => happened.External);

        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.External }));
        Assert.Equal(("", "true", "false"), (entry.Path, entry.Before, entry.After));
    }

    [Fact]
    public async Task Edit_OneWebConfig_TellsOnlyItsSite()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        await ReplaceAsync(
            service.WebConfig("fabrikam"),
            SampleServer.FabrikamWebConfig
                .Replace("allowSessionState=\"true\"", "allowSessionState=\"false\"", StringComparison.Ordinal)
                .Replace("00:10:00", "00:15:00", StringComparison.Ordinal));
        var happened = await events.NextAsync(happened => happened.External);

        Assert.Equal(["Fabrikam"], happened.ChangedSites);
        var entries = await service.AuditAsync(new() { Type = AuditType.External });
        Assert.Equal(
            [("system.webServer/asp/session@timeout", "00:10:00", "00:15:00"), (ServiceApplication.Setting, "true", "false")],
            entries.Select(entry => (entry.Setting, entry.Before, entry.After)));
    }

    [Fact]
    public async Task Edit_MakesAFileMalformed_IsRecordedAsAnErrorAtThatSite()
    {
        await using var service = await ServiceApplication.StartAsync();

        await ReplaceAsync(service.WebConfig("fabrikam"), "<configuration>\n  <oops>\n</configuration>\n");
        service.Get<Files.ConfigurationSet>().Refresh();

        await Eventually.TrueAsync(async () => (await service.AuditAsync(new() { Type = AuditType.External })).Count > 0);
        var entries = await service.AuditAsync(new() { Type = AuditType.External });
        Assert.All(entries, entry => Assert.Equal(("Fabrikam", null), (entry.Path, entry.After)));
        var row = await service.RowAsync("Fabrikam");
        Assert.Null(row.AspSession);
        Assert.Equal(1, row.Errors);
        var diagnostic = Assert.Single((await service.Client.GetNodeAsync("Fabrikam", Cancel)).Demand().Diagnostics);
        Assert.Equal((DiagnosticLevel.Error, "malformed", service.WebConfig("fabrikam")), (diagnostic.Severity, diagnostic.Code, diagnostic.File));
        Assert.True((await service.RowAsync("Contoso")).AspSession);
    }

    [Fact]
    public async Task Edit_ManyValues_IsFiftyRecordsAndOneThatSumsUp()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
        {
            for (var number = 0; number < 60; number++)
            {
                Directory.CreateDirectory(folder[$"inetpub/fabrikam/f{number}"]);
            }
        });
        await using var events = await EventReader.ListenAsync(service);

        await EditAsync(service, text => text.Replace(
            "</configuration>",
            string.Concat(Enumerable.Range(0, 60).Select(number =>
                $"  <location path=\"Fabrikam/f{number}\"><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location>\n"))
            + "</configuration>",
            StringComparison.Ordinal));
        await events.NextAsync(happened => happened.External);

        var entries = await service.AuditAsync(new() { Type = AuditType.External, Limit = 100 });
        Assert.Equal(51, entries.Count);
        Assert.Equal("10 more values changed by the same edit.", entries[0].Detail);
    }

    [Fact]
    public async Task Apply_Own_IsNotTakenForAnExternalEdit()
    {
        await using var service = await ServiceApplication.StartAsync();
        await using var events = await EventReader.ListenAsync(service);

        var result = await service.ChangeAsync(ClientExtensions.Request());
        var happened = await events.NextAsync(happened => happened.Who is not null);
        service.Get<Files.ConfigurationSet>().Refresh();

        Assert.Equal(("Ada Lovelace", false, result.Revision), (happened.Who, happened.External, happened.Revision));
        Assert.Equal(["Contoso"], happened.ChangedSites);
        Assert.Equal(["Contoso", "Contoso/images"], happened.ChangedPaths);
        Assert.Equal(result.AuditSequence, happened.AuditHead);
        Assert.Empty(await service.AuditAsync(new() { Type = AuditType.External }));
    }

    private static async Task EditAsync(ServiceApplication service, Func<string, string> edit) =>
        await ReplaceAsync(service.ApplicationHost, edit(await File.ReadAllTextAsync(service.ApplicationHost, Cancel)));

    // In one step, as deployment tools do it: what is seen of a file that is being written is the watcher's own matter.
    private static async Task ReplaceAsync(string file, string text)
    {
        await File.WriteAllTextAsync(file + ".new", text, Cancel);
        File.Move(file + ".new", file, overwrite: true);
    }
}
