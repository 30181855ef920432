using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>Changes of several targets: all or none, in one write, with a record for each.</summary>
public sealed class BulkTests
{
    private const string Mode = "system.web/sessionState@mode";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_NodesAndSettingsInSeveralFiles_ChangesAllAndRecordsEach()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = Request(Off("Contoso"), Off("Fabrikam"), new("Contoso/shop", Mode, ChangeAction.Set, "Off", null));

        var preview = await service.PreviewedAsync(request);
        Assert.Equal("Change 3 settings at 3 nodes", preview.Summary);
        Assert.Equal(
            [service.ApplicationHost, service.WebConfig("fabrikam"), service.WebConfig("shop")], preview.Files.Select(file => file.File).Order());
        Assert.Equal([("true", "false"), ("true", "false"), ("InProc", "Off")], preview.Targets.Select(target => (target.Before, target.After)));
        Assert.Contains(new(Mode, "Contoso/shop", NodeKind.Application, "InProc", "Off"), preview.Effects);
        var apply = preview.ToApply();
        var result = (await service.ApplyAsync(apply)).Demand();

        Assert.False((await service.RowAsync("Contoso")).AspSession);
        Assert.False((await service.RowAsync("Fabrikam")).AspSession);
        Assert.Contains("mode=\"Off\"", await File.ReadAllTextAsync(service.WebConfig("shop"), Cancel), StringComparison.Ordinal);

        var records = (await service.AuditAsync()).Where(entry => entry.ChangeId == apply.ChangeId).OrderBy(entry => entry.Sequence).ToList();
        Assert.Equal(
            [("Contoso", 1, 3), ("Fabrikam", 2, 3), ("Contoso/shop", 3, 3)], records.Select(entry => (entry.Path, entry.Target, entry.TargetCount)));
        Assert.All(records, entry => Assert.Equal(AuditOutcome.Applied, entry.Outcome));
        Assert.Equal(records[0].Sequence, result.AuditSequence);
        Assert.Equal(3, (await service.RecordAsync(result.AuditSequence)).Files.Count);
        Assert.Equal(result, (await service.ApplyAsync(apply)).Demand());
    }

    [Fact]
    public async Task Apply_SameChangeOfManyNodes_SaysSoInOnePhrase()
    {
        await using var service = await ServiceApplication.StartAsync();

        var result = await service.ChangeAsync(Request(Off("Contoso"), Off("Fabrikam")));

        Assert.Equal("Turn ASP sessions off for 2 nodes", result.Summary);
    }

    [Fact]
    public async Task Preview_OneTargetIsLocked_NamesItAndNothingIsPossible()
    {
        await using var service = await ServiceApplication.StartAsync();
        var locked = Off("Contoso/shop") with { CommitPath = "MACHINE/WEBROOT/APPHOST/Contoso/shop" };

        var problem = (await service.Client.PreviewAsync(ServiceApplication.Ada, Request(Off("Fabrikam"), locked), Cancel)).Refusal();

        Assert.Equal(ProblemCodes.Locked, problem.Code);
        Assert.StartsWith("Target 2 of 2 (Contoso/shop): ", problem.Detail, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed at any of them.", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_OneFileChangedMeanwhile_ChangesNone()
    {
        await using var service = await ServiceApplication.StartAsync();
        var apply = (await service.PreviewedAsync(Request(Off("Contoso"), Off("Fabrikam")))).ToApply();
        await File.AppendAllTextAsync(service.WebConfig("fabrikam"), "<!-- theirs -->", Cancel);

        Assert.Equal(ProblemCodes.Stale, (await service.ApplyAsync(apply)).Refusal().Code);

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal(SampleServer.FabrikamWebConfig + "<!-- theirs -->", await File.ReadAllTextAsync(service.WebConfig("fabrikam"), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task A11_TooFewOrTooManyTargets_AreRefusedWithTheLimit(int count)
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.PreviewAsync(
            ServiceApplication.Ada, Request([.. Enumerable.Range(0, count).Select(number => Off($"Contoso/{number}"))]), Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, 422, "targets"), (problem.Code, problem.Status, problem.Field));
        Assert.Contains("1 to 1000", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_SameSettingTwiceAtANode_IsRefused()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.PreviewAsync(
            ServiceApplication.Ada, Request(Off("Contoso"), Off("CONTOSO/") with { Value = "true" }), Cancel)).Refusal();

        Assert.Equal("targets", problem.Field);
    }

    [Fact]
    public async Task Apply_AThousandTargets_IsOneChange()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = Request([.. Enumerable.Range(0, 1_000).Select(number => Off($"Contoso/images/a-folder-with-quite-a-long-name-{number}"))]);

        var result = await service.ChangeAsync(request);

        var page = (await service.Client.GetAuditAsync(new() { Path = "Contoso/images", Outcome = AuditOutcome.Applied }, Cancel)).Demand();
        Assert.Equal(1_000, page.Total);
        Assert.Equal("Turn ASP sessions off for 1000 nodes", result.Summary);
        Assert.True((await service.Client.VerifyAuditAsync(Cancel)).Demand().IsGood);
    }

    private static ChangeTarget Off(string path) => new(path, ServiceApplication.Setting, ChangeAction.Set, "false", null);

    private static ChangeRequest Request(params IReadOnlyList<ChangeTarget> targets) => new(targets, "");
}
