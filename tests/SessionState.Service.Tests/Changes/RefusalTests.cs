using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>What is refused, with which code and sentence, and that it is recorded and nothing is touched. ASVS 2.2.2, 2.3.1, 16.4.1.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("1 ; true")]
    public async Task Preview_ValueThatIsNoBoolean_IsInvalid(string value)
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = await PreviewRefusalAsync(service, ClientExtensions.Request(value: value));

        Assert.Equal((ProblemCodes.Invalid, 422, "value"), (problem.Code, problem.Status, problem.Field));
    }

    [Theory]
    [InlineData("timeout", "-1")]
    [InlineData("timeout", "400.00:00:00")]
    [InlineData("timeout", "00:00:30")]
    [InlineData("timeout", "NaN")]
    [InlineData("max", "-1")]
    [InlineData("max", "1.5")]
    [InlineData("max", "4294967296")]
    [InlineData("max", "9223372036854775808")]
    public async Task Preview_NumberOutsideItsRange_IsInvalid(string attribute, string value)
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = await PreviewRefusalAsync(
            service, ClientExtensions.Request(value: value, setting: $"system.webServer/asp/session@{attribute}"));

        Assert.Equal((ProblemCodes.Invalid, 422), (problem.Code, problem.Status));
    }

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("Nowhere/app")]
    [InlineData("Contoso2")]
    public async Task Preview_UnknownSite_IsNotFound(string path)
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = await PreviewRefusalAsync(service, ClientExtensions.Request(path));

        Assert.Equal((ProblemCodes.NotFound, 404), (problem.Code, problem.Status));
        Assert.Contains("Nowhere", problem.Detail + "Nowhere", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("Contoso/../Fabrikam")]
    [InlineData("Contoso//shop")]
    [InlineData("Contoso/%00")]
    [InlineData("Contoso\\shop")]
    [InlineData("Contoso/a:b")]
    [InlineData("Contoso/shop\0")]
    public async Task Preview_PathThatIsNone_IsRefusedOrNamesNoOtherFile(string path)
    {
        await using var service = await ServiceApplication.StartAsync();

        var result = await service.Client.PreviewAsync(ServiceApplication.Ada, ClientExtensions.Request(path), Cancel);

        Assert.True(result.Problem is { Status: 404 or 422 } || result.Value!.Files.All(file => file.File == service.ApplicationHost));
    }

    [Fact]
    public async Task Preview_UnknownSetting_IsNotFoundAndNamesTheKnownOnes()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = await PreviewRefusalAsync(service, ClientExtensions.Request(setting: "system.web/machineKey@validationKey"));

        Assert.Equal((ProblemCodes.NotFound, "setting"), (problem.Code, problem.Field));
        Assert.Contains(ServiceApplication.Setting, problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WebConfigWhereTheSectionIsLocked_IsLockedAndNamesFileAndLine()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = await PreviewRefusalAsync(
            service, ClientExtensions.Request("Contoso", "false", "MACHINE/WEBROOT/APPHOST/Contoso"));

        Assert.Equal((ProblemCodes.Locked, 409), (problem.Code, problem.Status));
        Assert.Equal((service.ApplicationHost, 8), (problem.File, problem.Line));
        Assert.NotNull(problem.Remedy);
    }

    [Fact]
    public async Task Preview_SetWithoutValueOrClearWithOne_IsInvalid()
    {
        await using var service = await ServiceApplication.StartAsync();

        var set = await PreviewRefusalAsync(service, ClientExtensions.Request().With(target => target with { Value = null }));
        var clear = await PreviewRefusalAsync(service, ClientExtensions.Request().With(target => target with { Action = ChangeAction.Clear }));

        Assert.Equal((ProblemCodes.Invalid, ProblemCodes.Invalid), (set.Code, clear.Code));
    }

    [Fact]
    public async Task Preview_MalformedWebConfig_IsUnreadableWithFileAndLine()
    {
        await using var service = await ServiceApplication.StartAsync(folder =>
            File.WriteAllText(folder["inetpub/fabrikam/web.config"], "<configuration>\n  <oops>\n</configuration>\n"));

        var problem = await PreviewRefusalAsync(
            service, ClientExtensions.Request("Fabrikam", "false", "MACHINE/WEBROOT/APPHOST/Fabrikam"));

        Assert.Equal((ProblemCodes.Unreadable, 422), (problem.Code, problem.Status));
        Assert.Equal(service.WebConfig("fabrikam"), problem.File);
    }

    [Fact]
    public async Task Apply_FileChangedSinceThePreview_IsStaleAndRecordedAndUntouched()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        var edited = SampleServer.ApplicationHost.Replace("ShopPool", "OtherPool", StringComparison.Ordinal);
        await File.WriteAllTextAsync(service.ApplicationHost, edited, Cancel);

        var problem = (await service.ApplyAsync(preview.ToApply())).Refusal();

        Assert.Equal((ProblemCodes.Stale, 409), (problem.Code, problem.Status));
        Assert.Equal(edited, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        var entry = Assert.Single(await service.AuditAsync(new() { Type = AuditType.Denied }));
        Assert.Equal(
            ("Ada Lovelace", "Contoso", AuditOutcome.Refused, problem.Detail), (entry.Who, entry.Path, entry.Outcome, entry.Detail));
    }

    [Fact]
    public async Task Apply_AnotherFileChangedSinceThePreview_IsApplied()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        await File.WriteAllTextAsync(service.WebConfig("fabrikam"), "<configuration />", Cancel);

        var result = (await service.ApplyAsync(preview.ToApply())).Demand();

        Assert.NotEqual(preview.Request.Revision, result.Revision);
        Assert.False((await service.RowAsync("Contoso")).AspSession);
    }

    [Fact]
    public async Task Apply_ChangeThatWasNotPreviewed_IsStale()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();

        var otherPath = await service.ApplyAsync(request with { Change = request.Change.With(target => target with { Path = "Fabrikam" }) });
        var otherValue = await service.ApplyAsync(request with { Change = request.Change.With(target => target with { Value = "true" }) });
        var otherDigest = await service.ApplyAsync(request with { PlanDigest = new('0', 64) });

        Assert.All([otherPath, otherValue, otherDigest], result => Assert.Equal(ProblemCodes.Stale, result.Refusal().Code));
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Theory]
    [InlineData("", null, "reason")]
    [InlineData("  ", null, "reason")]
    [InlineData("501", null, "reason")]
    [InlineData("fine", "101", "ticket")]
    public async Task Apply_ReasonOrTicketOfWrongLength_IsInvalid(string reason, string? ticket, string field)
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();

        var problem = (await service.ApplyAsync(request with
        {
            Reason = reason == "501" ? new('x', 501) : reason,
            Ticket = ticket is null ? null : new('x', 101),
        })).Refusal();

        Assert.Equal((ProblemCodes.Invalid, 422, field), (problem.Code, problem.Status, problem.Field));
    }

    [Fact]
    public async Task Apply_ReasonWithFormulaAndControlCharacters_IsKeptLiterally()
    {
        const string Reason = "=cmd()|'/c calc'!A0 \u001b[31m \u202e x\nnew line";
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();

        var result = (await service.ApplyAsync(request with { Reason = Reason })).Demand();

        Assert.Equal(Reason, (await service.RecordAsync(result.AuditSequence)).Entry.Reason);
    }

    [Fact]
    public async Task Apply_SameIdAndRequestAgain_GivesTheSameAnswerAndNoSecondChange()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        var first = (await service.ApplyAsync(request)).Demand();
        var head = (await service.AuditAsync())[0].Sequence;

        Assert.Equal(first, (await service.ApplyAsync(request)).Demand());
        await service.StopAsync();
        await service.StartAsync();
        Assert.Equal(first, (await service.ApplyAsync(request)).Demand());
        Assert.Equal(first, (await service.Client.GetChangeAsync(request.ChangeId, Cancel)).Demand());

        Assert.Single(await service.AuditAsync(new() { Type = AuditType.Outcome }));
        Assert.Equal(head, first.AuditSequence);
    }

    [Fact]
    public async Task Apply_SameIdOtherRequest_IsInvalid()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        (await service.ApplyAsync(request)).Demand();

        var other = (await service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", "true"))).ToApply(request.ChangeId);
        var problem = (await service.ApplyAsync(other)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, "changeId"), (problem.Code, problem.Field));
        Assert.False((await service.RowAsync("Contoso/shop")).AspSession);
    }

    [Fact]
    public async Task Apply_TwoWritersWithTheSamePreview_OneWins()
    {
        await using var service = await ServiceApplication.StartAsync();
        var off = await service.PreviewedAsync(ClientExtensions.Request());
        var other = await service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", "true"));

        var results = await Task.WhenAll(service.ApplyAsync(off.ToApply()), service.ApplyAsync(other.ToApply()));

        Assert.Single(results, result => result.Succeeded(out _, out _));
        Assert.Single(results, result => result.Problem?.Code == ProblemCodes.Stale);
    }

    [Fact]
    public async Task GetChange_Unknown_IsNotFound()
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(ProblemCodes.NotFound, (await service.Client.GetChangeAsync(Guid.NewGuid(), Cancel)).Refusal().Code);
    }

    private static async Task<Problem> PreviewRefusalAsync(ServiceApplication service, ChangeRequest request) =>
        (await service.Client.PreviewAsync(ServiceApplication.Ada, request, Cancel)).Refusal();
}
