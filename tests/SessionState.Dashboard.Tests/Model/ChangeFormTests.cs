using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ChangeFormTests
{
    [Theory]
    [InlineData("Contoso/shop", ChangeAction.Set)]
    [InlineData("Contoso/shop/checkout", ChangeAction.Clear)]
    [InlineData("Default Web Site", ChangeAction.Clear)]
    public void Form_AtFirst_SaysWhatIs(string path, ChangeAction action)
    {
        var form = new ChangeForm(Setting(path));

        Assert.Equal(action, form.Action);
        Assert.True(form.IsAsItIs);
    }

    [Fact]
    public void Form_WhereTheNodesOwnFileBreaksARule_OffersToTakeItOut()
    {
        var broken = Setting("Contoso") with
        {
            Value = null,
            Ladder = [new("web.config of Contoso", "Contoso", "/srv/contoso/web.config", 6, null, "false", LadderRole.Violation, "Locked.", false)],
        };

        var form = new ChangeForm(broken);

        Assert.False(form.IsAsItIs);
        Assert.Equal(ChangeAction.Clear, form.Action);
        Assert.Null(form.ToRequest("Contoso", "r0").First.CommitPath);
    }

    [Fact]
    public void Form_WhereAnUnreadableFileBreaksTheNode_OffersNoRepair()
    {
        var broken = Setting("Contoso") with
        {
            Value = null,
            Ladder = [new("web.config of Contoso", "Contoso", "/srv/contoso/web.config", 6, null, null, LadderRole.Violation, "Malformed.", false)],
        };

        Assert.True(new ChangeForm(broken).IsAsItIs);
    }

    [Fact]
    public void Set_ToTheInheritedValue_IsAChange()
    {
        var form = new ChangeForm(Setting("Contoso"));
        form.Set("true");

        Assert.False(form.IsAsItIs);
    }

    [Fact]
    public void Inherit_WhereItIsSet_AsksToClear()
    {
        var form = new ChangeForm(Setting("Contoso/shop"));
        form.Inherit();

        var request = form.ToRequest("Contoso/shop", "r0");

        Assert.Equal(new("Contoso/shop", FakeDetails.AllowSessionState, ChangeAction.Clear, null, null), Assert.Single(request.Targets));
        Assert.Equal("r0", request.Revision);
    }

    [Fact]
    public void Target_Chosen_IsUsedUnlessRefused()
    {
        var open = new ChangeForm(Setting("Woodgrove")) { CommitPath = "MACHINE/WEBROOT/APPHOST/Woodgrove" };
        var locked = new ChangeForm(Setting("Contoso")) { CommitPath = "MACHINE/WEBROOT/APPHOST/Contoso" };

        Assert.Equal("web.config of Woodgrove", open.Target?.Description);
        Assert.Equal("applicationHost.config, location tag for Contoso", locked.Target?.Description);
        Assert.Null(new ChangeForm(Setting("Contoso") with { CommitPaths = [] }).Target);
    }

    [Fact]
    public void Check_WithoutReason_AsksForIt()
    {
        var form = new ChangeForm(Setting("Contoso")) { Reason = "  ", Ticket = new('x', 101) };

        Assert.Equal(new(null, "Say why. The audit keeps the reason.", "At most 100 characters.", null), form.Check());
        form.Reason = new('x', 501);
        Assert.Equal("At most 500 characters.", form.Check().Reason);
    }

    [Fact]
    public void Check_OfAValueThatIsNone_SaysWhatIs()
    {
        var form = new ChangeForm(Details("Contoso").Settings[1]) { Reason = "why" };
        form.Set("soon");

        Assert.Equal("Whole minutes from 0 to 525600.", form.Check().Value);
    }

    [Fact]
    public void Rebase_AfterSomebodysChange_KeepsOnlyWhatWasChosen()
    {
        var untouched = new ChangeForm(Setting("Contoso"));
        var touched = new ChangeForm(Setting("Contoso"));
        touched.Set("false");
        var changed = Setting("Contoso") with { Source = ValueSource.SetHere, Value = "true" };
        untouched.Rebase(changed);
        touched.Rebase(changed);

        Assert.True(untouched.Sets("true"));
        Assert.True(untouched.IsAsItIs);
        Assert.True(touched.Sets("false"));
    }

    [Fact]
    public void Conflict_SomebodyChangedTheSameMeanwhile_KeepsWhatWasInMind()
    {
        var form = Disputed();

        Assert.True(form.IsInConflict);
        Assert.Equal(("true", ValueSource.Default), (form.Base!.Value, form.Base.Source));
        Assert.True(form.Sets("false"));

        // A third edit does not make the second one the base.
        form.Rebase(Setting("Contoso") with { Source = ValueSource.SetHere, Value = "true", Origin = null });
        Assert.Equal(ValueSource.Default, form.Base!.Source);
    }

    [Fact]
    public void Conflict_KeepMine_LeavesTheForm()
    {
        var form = Disputed();
        form.KeepMine();

        Assert.False(form.IsInConflict);
        Assert.True(form.Sets("false"));
    }

    [Fact]
    public void Conflict_TakeTheirs_IsAsItIs()
    {
        var form = Disputed();
        form.Reset();

        Assert.True(form is { IsInConflict: false, IsAsItIs: true });
        Assert.True(form.Sets("true"));
    }

    [Fact]
    public void Conflict_BackToWhatItWas_InheritsWhereNothingWasSet()
    {
        var form = Disputed();
        form.TakeBase();

        Assert.Equal((false, ChangeAction.Clear), (form.IsInConflict, form.Action));
    }

    [Fact]
    public void Conflict_SomebodyMadeTheSameChange_IsNone()
    {
        var form = new ChangeForm(Setting("Contoso"));
        form.Set("false");
        form.Rebase(Setting("Contoso") with { Source = ValueSource.SetHere, Value = "false" });

        Assert.False(form.IsInConflict);
    }

    // "Off" is filled in on the default, and somebody sets "On" meanwhile.
    private static ChangeForm Disputed()
    {
        var form = new ChangeForm(Setting("Contoso"));
        form.Set("false");
        form.Rebase(Setting("Contoso") with { Source = ValueSource.SetHere, Value = "true" });
        return form;
    }

    private static NodeDetails Details(string path)
    {
        var server = FakeServer.Small();
        return FakeDetails.Of(server, server.Nodes[path]);
    }

    private static SettingValue Setting(string path) => Details(path).Settings[0];
}
