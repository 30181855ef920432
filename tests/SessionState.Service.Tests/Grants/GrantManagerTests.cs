using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

public sealed class GrantManagerTests : IAsyncLifetime
{
    private static readonly ActingUser Carl = new("local", "carl", "Carl Clerk");

    private ServiceApplication _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await GrantServer.StartAsync(grantAt: null);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Add_ByWhoHoldsAllOfIt_HoldsAtOnceAndIsAudited()
    {
        var grant = (await AddAsync(ServiceApplication.Ada, "HelpDesk", "contoso/SHOP")).Demand();

        Assert.Equal(("HelpDesk", "Contoso/shop", "Ada Lovelace"), (grant.Role, grant.Path, grant.GivenBy));
        Assert.Null((await _service.As(Policies.Hedda).GetNodeAsync("Contoso/shop", Cancel)).Problem);
        var records = await _service.AuditAsync(new() { Type = AuditType.Admin });
        Assert.Equal([AuditOutcome.Applied, AuditOutcome.Pending], records.Select(record => record.Outcome));
        Assert.All(records, record => Assert.Equal(("Ada Lovelace", "She asked"), (record.Who, record.Reason)));
        Assert.Contains("HelpDesk on Contoso/shop for hedda of local", records[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Operator", "Contoso", null)]
    [InlineData("Administrator", "", null)]
    [InlineData("Auditor", "Contoso", null)]
    [InlineData("Administrator", "Contoso", null)]
    [InlineData("Administrator", "Contoso", 25)]
    public async Task Add_MoreThanTheGiverHolds_IsForbidden(string role, string path, int? hours)
    {
        // Manages the grants of one site, for a day.
        _service.Grant(Carl, StandardRoles.Administrator, "Contoso", until: _service.Clock.GetUtcNow().AddHours(24));
        DateTimeOffset? until = hours is { } some ? _service.Clock.GetUtcNow().AddHours(some) : null;

        var problem = (await AddAsync(Carl, role, path, until: until)).Refusal();

        Assert.Equal(ProblemCodes.Forbidden, problem.Code);
        Assert.DoesNotContain(_service.Get<PolicyStore>().Current.Policy.Grants, grant => grant.Subject.Id == Policies.Hedda.Subject);
        Assert.Contains(await _service.AuditAsync(new() { Type = AuditType.Denied }), entry => entry.Who == Carl.Name);
    }

    [Fact]
    public async Task Add_LessThanTheGiverHolds_IsGiven()
    {
        _service.Grant(Carl, StandardRoles.Administrator, "Contoso", until: _service.Clock.GetUtcNow().AddHours(24));

        (await AddAsync(Carl, "Administrator", "Contoso/shop", until: _service.Clock.GetUtcNow().AddHours(23))).Demand();

        Assert.True(_service.Get<PolicyStore>().Current.Policy.Allows(Permission.UsersManage, "Contoso/shop"));
    }

    [Theory]
    [InlineData("Nobody", "Contoso", "role")]
    [InlineData("HelpDesk", "Nowhere", "path")]
    public async Task Add_SomethingUnknown_IsNamed(string role, string path, string field) =>
        Assert.Equal(field, (await AddAsync(ServiceApplication.Ada, role, path)).Refusal().Field);

    [Fact]
    public async Task Add_WithoutAReasonOrIntoThePast_IsInvalid()
    {
        Assert.Equal("reason", (await AddAsync(ServiceApplication.Ada, "HelpDesk", "Contoso", reason: " ")).Refusal().Field);
        Assert.Equal("until", (await AddAsync(ServiceApplication.Ada, "HelpDesk", "Contoso", until: _service.Clock.GetUtcNow())).Refusal().Field);
        Assert.Equal("setting", (await AddAsync(ServiceApplication.Ada, "HelpDesk", "Contoso", setting: "system.web/x@y")).Refusal().Field);
    }

    [Fact]
    public async Task End_TakesTheGrantAwayAtOnce()
    {
        var grant = _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, "Contoso");

        (await _service.Client.EndGrantAsync(ServiceApplication.Ada, grant.Id, new("She left"), Cancel)).Demand();

        Assert.Equal(403, (await _service.As(Policies.Hedda).GetNodeAsync("Contoso", Cancel)).Refusal().Status);
        Assert.Equal(404, (await _service.Client.EndGrantAsync(ServiceApplication.Ada, grant.Id, new("Again"), Cancel)).Refusal().Status);
    }

    [Fact]
    public async Task End_OfAGrantElsewhere_IsAnsweredLikeNone()
    {
        _service.Grant(Carl, StandardRoles.Administrator, "Contoso");
        var grant = _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, "Fabrikam");

        Assert.Equal(404, (await _service.Client.EndGrantAsync(Carl, grant.Id, new("Mine"), Cancel)).Refusal().Status);
        Assert.DoesNotContain((await _service.As(Carl).GetGrantsAsync(Cancel)).Demand().Grants, one => one.Id == grant.Id);
    }

    [Fact]
    public async Task End_OfTheLastAdministrators_LeavesOneWhateverTheRace()
    {
        var administrators = _service.Get<PolicyStore>().Current.Policy.Grants.Where(grant => grant.Role.Allows(Permission.UsersManage)).ToList();
        Assert.True(administrators.Count >= 2);

        var results = await Task.WhenAll(administrators.Select(
            grant => Task.Run(() => _service.Get<PolicyChanges>().End(GrantActor.Console, grant, "Race", policy => GrantRules.CheckEnding(policy, grant)), Cancel)));

        Assert.Equal(409, Assert.Single(results, result => result.Problem is not null).Problem!.Status);
        Assert.Single(_service.Get<PolicyStore>().Current.Policy.Grants, grant => grant.Role.Allows(Permission.UsersManage));
    }

    [Fact]
    public async Task End_LastPersonWhileAGroupCouldManage_IsRefused()
    {
        var store = _service.Get<PolicyStore>();
        var last = Policies.Grant(StandardRoles.Administrator, "", ServiceApplication.Ada);
        store.Change(policy => policy with
        {
            Grants =
            [
                last,
                Policies.Grant(StandardRoles.Administrator) with { Subject = new(SubjectKind.Group, "local", "admins") },
                Policies.Grant(StandardRoles.Administrator, until: _service.Clock.GetUtcNow().AddDays(1)),
                Policies.Grant(StandardRoles.Administrator, "Contoso"),
            ],
        });

        Assert.Equal(409, (await _service.Client.EndGrantAsync(ServiceApplication.Ada, last.Id, new("Leaving"), Cancel)).Refusal().Status);
    }

    [Fact]
    public async Task Add_AuditCannotBeWritten_ChangesNothing()
    {
        _service.Get<AuditLog>().Close("Test");

        Assert.Equal(ProblemCodes.AuditUnavailable, (await AddAsync(ServiceApplication.Ada, "HelpDesk", "Contoso")).Refusal().Code);

        Assert.False(_service.Get<PolicyStore>().Current.Policy.Allows(Permission.TreeRead, "Contoso"));
    }

    [Fact]
    public async Task Ask_WhatSomebodyCanDo_NamesTheGrantAndWhoGaveIt()
    {
        (await AddAsync(ServiceApplication.Ada, "HelpDesk", "Contoso")).Demand();

        var answers = (await _service.As(ServiceApplication.Ada).AskAccessAsync(new("local", "hedda", "contoso/shop", null), Cancel)).Demand();

        Assert.Equal("Contoso/shop", answers.Path);
        Assert.Equal(Enum.GetValues<Permission>(), answers.Answers.Select(answer => answer.Permission));
        Assert.Equal(
            StandardRoles.HelpDesk.Permissions, answers.Answers.Where(answer => answer.By is not null).Select(answer => answer.Permission));
        Assert.All(answers.Answers, answer => Assert.True(answer.By is null or { Role: "HelpDesk", Path: "Contoso", GivenBy: "Ada Lovelace" }));
    }

    [Fact]
    public async Task Ask_OfOthersWithoutManagingGrants_IsForbidden()
    {
        _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, "Contoso");

        Assert.Equal(403, (await _service.As(Policies.Hedda).AskAccessAsync(new("local", "ada", "Contoso", null), Cancel)).Refusal().Status);
        Assert.Null((await _service.As(Policies.Hedda).AskAccessAsync(new("local", "hedda", "Contoso", null), Cancel)).Problem);
    }

    [Fact]
    public async Task Mine_TellsWhatThePersonHolds()
    {
        _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, "Contoso", setting: ServiceApplication.Setting);

        var mine = (await _service.As(Policies.Hedda).GetMyAccessAsync(Cancel)).Demand();

        Assert.Equal(StandardRoles.HelpDesk.Permissions.Order(), mine.Permissions.Select(held => held.Permission));
        Assert.All(mine.Permissions, held => Assert.Equal(("Contoso", ServiceApplication.Setting, true), (held.Path, held.Setting, held.NeedsTicket)));
        Assert.NotEqual(mine.View, (await _service.As(ServiceApplication.Ada).GetMyAccessAsync(Cancel)).Demand().View);
        Assert.Empty((await _service.As(Carl).GetMyAccessAsync(Cancel)).Demand().Permissions);
    }

    private Task<ServiceResult<GrantInfo>> AddAsync(
        ActingUser giver, string role, string path, string? setting = null, DateTimeOffset? until = null, string reason = "She asked") =>
        _service.Client.AddGrantAsync(
            giver, new(new(SubjectKind.Person, Policies.Hedda.Issuer, Policies.Hedda.Subject, Policies.Hedda.Name), role, path, setting, until, reason), Cancel);
}
