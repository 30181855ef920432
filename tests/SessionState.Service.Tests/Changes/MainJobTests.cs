using System.Security.Cryptography;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>The whole main job over the wire: tree, preview, apply, file, tree, audit.</summary>
public sealed class MainJobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_SessionsOffForASite_ChangesFileTreeAndAudit()
    {
        await using var service = await ServiceApplication.StartAsync();
        var before = await service.RowAsync("Contoso");
        Assert.Equal((true, ValueSource.Default), (before.AspSession, before.AspSource));

        var preview = await service.PreviewedAsync(ClientExtensions.Request("contoso"));
        Assert.Equal("Turn ASP sessions off for Contoso", preview.Summary);
        Assert.False(preview.NothingToDo);
        Assert.Equal(("MACHINE/WEBROOT/APPHOST", "Contoso"), (preview.First.Place.CommitPath, preview.First.Place.LocationPath));
        Assert.Equal(
            [
                new(ServiceApplication.Setting, "Contoso", NodeKind.Site, "true", "false"),
                new(ServiceApplication.Setting, "Contoso/images", NodeKind.Folder, "true", "false"),
            ],
            preview.Effects);
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));

        var request = preview.ToApply();
        var result = (await service.ApplyAsync(request)).Demand();

        var text = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);
        Assert.Equal(
            SampleServer.ApplicationHost.Replace(
                "</configuration>",
                """
                  <location path="Contoso">
                    <system.webServer>
                      <asp>
                        <session allowSessionState="false" />
                      </asp>
                    </system.webServer>
                  </location>
                </configuration>
                """,
                StringComparison.Ordinal),
            text);

        var after = await service.RowAsync("Contoso");
        Assert.Equal((false, ValueSource.SetHere, "Contoso"), (after.AspSession, after.AspSource, after.AspSetAt));
        Assert.Equal((result.AuditSequence, "Ada Lovelace"), (after.LastChange!.Sequence, after.LastChange.Who));

        var entry = (await service.AuditAsync())[0];
        Assert.Equal(
            new AuditEntry(
                result.AuditSequence, service.Clock.GetUtcNow(), AuditType.Outcome, request.ChangeId, "Ada Lovelace", "dashboard", "Contoso",
                ServiceApplication.Setting, ChangeAction.Set, "true", "false", AuditOutcome.Applied, request.Reason, "INC-7", null)
            {
                SettingTitle = "ASP session state",
                ValueType = SettingType.Boolean,
            },
            entry);

        var record = await service.RecordAsync(entry.Sequence);
        Assert.True(record.HashValid);
        Assert.Equal(ServiceApplication.Ada, record.User);
        Assert.Matches("^uid [0-9]+, pid [0-9]+$", record.Peer);
        var file = Assert.Single(record.Files);
        Assert.Equal((Hash(SampleServer.ApplicationHost), Hash(text)), (file.HashBefore, file.HashAfter));
        Assert.Equal(file.HashBefore, file.Backup);
        Assert.Equal(7, Assert.Single(record.Diff).Lines.Count(line => line.Kind == DiffKind.Added));
        Assert.DoesNotContain(record.Diff[0].Lines, line => line.Kind == DiffKind.Removed);
    }

    [Fact]
    public async Task Apply_Always_AnnouncesBeforeAndRecordsAfter()
    {
        await using var service = await ServiceApplication.StartAsync();

        var result = await service.ChangeAsync(ClientExtensions.Request());

        var intent = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Intent }));
        Assert.Equal((result.AuditSequence - 1, AuditOutcome.Pending), (intent.Sequence, intent.Outcome));
        var announced = await service.RecordAsync(intent.Sequence);
        var done = await service.RecordAsync(result.AuditSequence);
        Assert.Equal(announced.Files[0].HashAfter, done.Files[0].HashAfter);
        Assert.Contains($"\"ref\":{intent.Sequence},", done.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_ValueInALocationTag_ChangesThatOneAttribute()
    {
        await using var service = await ServiceApplication.StartAsync();

        await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "true"));

        Assert.Equal(
            SampleServer.ApplicationHost.Replace("allowSessionState=\"false\"", "allowSessionState=\"true\"", StringComparison.Ordinal),
            await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task Apply_Clear_LetsTheNodeInheritAgain()
    {
        await using var service = await ServiceApplication.StartAsync();

        var preview = await service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", value: null));
        Assert.Equal("Let Contoso/shop inherit ASP session state", preview.Summary);
        (await service.ApplyAsync(preview.ToApply())).Demand();

        var row = await service.RowAsync("Contoso/shop");
        Assert.Equal((true, ValueSource.Default), (row.AspSession, row.AspSource));
    }

    [Fact]
    public async Task Apply_ToTheSitesOwnWebConfig_IsWrittenThere()
    {
        await using var service = await ServiceApplication.StartAsync();

        await service.ChangeAsync(ClientExtensions.Request("Fabrikam", "false", "MACHINE/WEBROOT/APPHOST/Fabrikam"));

        Assert.Equal(
            SampleServer.FabrikamWebConfig.Replace("allowSessionState=\"true\"", "allowSessionState=\"false\"", StringComparison.Ordinal),
            await File.ReadAllTextAsync(service.WebConfig("fabrikam"), Cancel));
    }

    [Fact]
    public async Task Apply_OtherSetting_IsWrittenInItsOwnSpelling()
    {
        await using var service = await ServiceApplication.StartAsync();

        var preview = await service.PreviewedAsync(ClientExtensions.Request(
            "Contoso/shop", "00:45:00", setting: "system.webServer/asp/session@timeout"));
        Assert.Equal("Set ASP session timeout to 00:45:00 for Contoso/shop", preview.Summary);
        (await service.ApplyAsync(preview.ToApply())).Demand();

        Assert.Contains(
            """<session allowSessionState="false" timeout="00:45:00" />""",
            await File.ReadAllTextAsync(service.ApplicationHost, Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_ForTheServer_AffectsEveryNodeThatInherits()
    {
        await using var service = await ServiceApplication.StartAsync();

        var preview = await service.PreviewedAsync(ClientExtensions.Request(""));
        Assert.Equal("Turn ASP sessions off for the whole server", preview.Summary);
        var result = (await service.ApplyAsync(preview.ToApply())).Demand();

        Assert.Equal(preview.EffectCount, result.EffectCount);
        Assert.False((await service.RowAsync("Contoso")).AspSession);
        Assert.True((await service.RowAsync("Fabrikam")).AspSession);
    }

    [Fact]
    public async Task Preview_SameAgain_HasNothingToDo()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());

        var again = await service.PreviewedAsync(ClientExtensions.Request());

        Assert.True(again.NothingToDo);
        Assert.Empty(again.Files);
        Assert.Equal(ProblemCodes.Invalid, (await service.ApplyAsync(again.ToApply())).Refusal().Code);
    }

    [Fact]
    public async Task Preview_Any_WritesNothingToTheAudit()
    {
        await using var service = await ServiceApplication.StartAsync();
        var head = (await service.AuditAsync())[0].Sequence;

        await service.PreviewedAsync(ClientExtensions.Request());
        (await service.Client.PreviewAsync(ServiceApplication.Ada, ClientExtensions.Request(value: "maybe"), Cancel)).Refusal();

        Assert.Equal(head, (await service.AuditAsync())[0].Sequence);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
