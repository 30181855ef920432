using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

public sealed class EvaluatorTests
{
    private const string Asp = "system.webServer/asp/session@allowSessionState";

    [Fact]
    public void Decide_WithoutAnyGrant_IsForbidden() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.False(Policy.Empty.Allows(permission, "")));

    [Fact]
    public void Decide_TellsWhichGrantAllows()
    {
        var site = Policies.Grant(StandardRoles.Operator, "Contoso");
        var policy = Policies.Of(Policies.Grant(StandardRoles.Auditor), site);

        var decision = Evaluator.Decide(policy, Policies.Hedda, Permission.SessionSet, "Contoso/shop", Asp, Policies.Now);

        Assert.Same(site, decision.By);
    }

    [Theory]
    [InlineData("other", "hedda")]
    [InlineData("local", "Hedda")]
    [InlineData("local", "hedda ")]
    [InlineData("local", "Hedda Help")]
    public void Decide_ForAnotherIssuerOrSubject_IsForbidden(string issuer, string subject) => Assert.False(
        Policies.Of(Policies.Grant(StandardRoles.Operator)).Allows(Permission.TreeRead, "", who: new(issuer, subject, "Hedda Help")));

    [Fact]
    public void Decide_ForAGroup_NeedsTheSameIssuer()
    {
        var policy = Policies.Of(Policies.Grant(StandardRoles.Operator) with { Subject = new(SubjectKind.Group, "https://idp.example", "ops") });

        Assert.True(policy.Allows(Permission.LockSet, "", who: new("https://idp.example", "1", "One") { Groups = ["staff", "ops"] }));
        Assert.False(policy.Allows(Permission.LockSet, "", who: new("https://idp.example", "1", "One") { Groups = ["Ops"] }));
        Assert.False(policy.Allows(Permission.LockSet, "", who: new("local", "1", "One") { Groups = ["ops"] }));
        Assert.False(policy.Allows(Permission.LockSet, "", who: new("https://idp.example", "ops", "ops")));
    }

    [Fact]
    public void Decide_AfterTheGrantsEnd_IsForbidden()
    {
        var grant = Policies.Grant(StandardRoles.Operator, until: Policies.Now.AddHours(1));
        var policy = Policies.Of(grant);

        Assert.True(Evaluator.Decide(policy, Policies.Hedda, Permission.SessionSet, "", Asp, Policies.Now.AddMinutes(59)).IsAllowed);
        Assert.False(Evaluator.Decide(policy, Policies.Hedda, Permission.SessionSet, "", Asp, Policies.Now.AddHours(1)).IsAllowed);
    }

    [Fact]
    public void Decide_GrantForOneSetting_ChangesThatOneAndReadsAll()
    {
        var policy = Policies.Of(Policies.Grant(StandardRoles.HelpDesk, "Contoso", setting: Asp));

        Assert.True(policy.Allows(Permission.SessionSet, "Contoso", Asp.ToUpperInvariant()));
        Assert.False(policy.Allows(Permission.SessionSet, "Contoso", "system.webServer/asp/session@timeout"));
        Assert.False(policy.Allows(Permission.SessionClear, "Contoso", "system.webServer/asp"));
        Assert.False(policy.Allows(Permission.SessionSet, "Contoso"));
        Assert.True(policy.Allows(Permission.EffectiveRead, "Contoso"));
    }

    [Fact]
    public void Decide_TicketIsNeeded_OnlyWhereNoOtherGrantAllowsWithout()
    {
        var help = Policies.Grant(StandardRoles.HelpDesk, "Contoso");
        var both = Policies.Of(help, Policies.Grant(StandardRoles.Operator, "Contoso/shop"));

        Assert.True(Evaluator.Decide(both, Policies.Hedda, Permission.SessionSet, "Contoso", Asp, Policies.Now).NeedsTicket);
        Assert.False(Evaluator.Decide(both, Policies.Hedda, Permission.SessionSet, "Contoso/shop", Asp, Policies.Now).NeedsTicket);
    }

    [Fact]
    public void Covering_WantsAWiderOrLongerGrant_IsNull()
    {
        var own = Policies.Grant(StandardRoles.Operator, "Contoso", setting: Asp, until: Policies.Now.AddDays(1));
        var policy = Policies.Of(own);
        Grant Wanted(string path, string? setting, DateTimeOffset? until) => Policies.Grant(StandardRoles.Operator, path, null, setting, until);
        Grant? Cover(Grant wanted) => Evaluator.Covering(policy, Policies.Hedda, Permission.SessionSet, wanted, Policies.Now);

        Assert.Same(own, Cover(Wanted("contoso/shop", Asp, Policies.Now.AddHours(3))));
        Assert.Null(Cover(Wanted("", Asp, Policies.Now.AddHours(3))));
        Assert.Null(Cover(Wanted("Contoso", null, Policies.Now.AddHours(3))));
        Assert.Null(Cover(Wanted("Contoso", Asp, Policies.Now.AddDays(2))));
        Assert.Null(Cover(Wanted("Contoso", Asp, null)));
    }
}
