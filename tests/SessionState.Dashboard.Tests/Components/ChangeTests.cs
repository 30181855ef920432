using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;

namespace SessionState.Dashboard.Tests.Components;

public sealed class ChangeTests : DashboardContext
{
    [Fact]
    public async Task Details_SayTheValueWhyAndTheLadder()
    {
        var pane = await PaneAsync("Contoso/shop/checkout");

        Assert.Equal("Off, because Contoso/shop sets it in applicationHost.config line 412.", pane.Find(".value-sentence").Words());
        Assert.Equal(
            ["Schema default true overridden", "applicationHost.config not set", "Location tag Contoso not set", "Location tag Contoso/shop false wins", "Location tag Contoso/shop/checkout not set"],
            pane.FindAll(".ladder")[0].QuerySelectorAll(".rung-line").Select(line => line.Words()));
        Assert.Contains("20 minutes", pane.Find(".setting").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_OfAspNet_ShowTheUsualSettingsAndOnDemandAll()
    {
        var pane = await PaneAsync("Contoso/shop");
        var card = pane.FindAll("section").Single(section => section.QuerySelector("h3")?.Words() == "ASP.NET session state");
        Assert.Equal(
            ["ASP.NET session mode InProc default", "ASP.NET session timeout 20 minutes default"],
            card.QuerySelectorAll("summary").Select(line => line.Words()));

        await pane.Button("Show 2 more, all at their defaults").ClickAsync(new());

        Assert.Contains("ASP.NET session database (hidden) default", pane.FindAll("summary").Select(line => line.Words()));
        Assert.True(pane.HasButton("Change ASP.NET session mode"));
        Assert.False(pane.HasButton("Change ASP.NET session database"));
    }

    [Fact]
    public async Task Form_OfAChoice_OffersItsValues()
    {
        var pane = await PaneAsync("Contoso/shop");
        await pane.Field("Setting to change").ChangeAsync(new() { Value = "system.web/sessionState@mode" });
        await ChooseAsync(pane, "Set here");

        Assert.Equal(["Off", "InProc", "StateServer"], pane.FindAll("#change-value option").Select(option => option.Words()));
        await pane.Find("#change-value").ChangeAsync(new() { Value = "Off" });

        Assert.True(pane.HasButton("Review change"));
        Assert.DoesNotContain("ASP.NET session database", pane.FindAll(".change-card option").Select(option => option.Words()));
    }

    [Fact]
    public async Task Details_OfAnError_SayWhatAndWhere()
    {
        var pane = await PaneAsync("Fabrikam/reports");

        Assert.StartsWith("Error, because web.config line 7 contains a section that is locked above.", pane.Find(".value-sentence").Words(), StringComparison.Ordinal);
        Assert.Contains("Remove the asp element there.", pane.Find(".problems").Words(), StringComparison.Ordinal);
        Assert.Contains("not allowed", pane.Find(".rung-violation").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_OfANodeThatIsGone_SaySo() =>
        Assert.Contains("There is no node Gone.", (await PaneAsync("Gone")).Find("[role=alert]").Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Form_AtFirst_SaysWhereItWritesAndOffersNothingToReview()
    {
        var pane = await PaneAsync("Contoso");

        Assert.Contains("Writes to applicationHost.config, location tag for Contoso", pane.Find(".writes-to").Words(), StringComparison.Ordinal);
        Assert.Contains("Not possible: The asp section is locked", pane.Find(".writes-to").Words(), StringComparison.Ordinal);
        Assert.False(pane.HasButton("Review change"));
    }

    [Fact]
    public async Task Form_WhereTheNodesOwnFileBreaksALock_OffersTheRepair()
    {
        var pane = await PaneAsync("Fabrikam/reports");

        Assert.Equal("Takes the value out of the file that breaks the rule, which repairs this node.", pane.Find(".writes-to").Words());
        Assert.True(pane.HasButton("Review change"));
    }

    [Fact]
    public async Task Review_WithoutReason_AsksForItAtTheField()
    {
        var pane = await PaneAsync("Contoso");
        await ChooseAsync(pane, "Off");

        await pane.Button("Review change").ClickAsync(new());

        Assert.Equal("Say why. The audit keeps the reason.", pane.Find("#change-reason-error").Words());
        Assert.Equal("true", pane.Field("Reason").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Review_ShowsDiffEffectsAndWarningsAndNothingIsWritten()
    {
        var pane = await ReviewedAsync("Contoso/shop", "On");

        Assert.Equal("Turn ASP sessions on for 3 nodes", pane.Find(".review-summary").Words());
        Assert.Equal("413 + added <session allowSessionState=\"true\" />", pane.FindAll(".diff-added")[1].Words());
        Assert.Equal(["Contoso/shop Off On", "Contoso/shop/checkout Off On", "Contoso/shop/plain Off On"], pane.FindAll(".effects tbody tr").Select(row => row.Words()));
        Assert.Contains("its sessions end", pane.Find("dialog .notice-warning").Words(), StringComparison.Ordinal);
        Assert.Empty(Service.Applied);
    }

    [Fact]
    public async Task Apply_ChangesTellsAndLinksToTheRecord()
    {
        var pane = await ReviewedAsync("Contoso/images", "Off");

        await pane.Button("Turn ASP sessions off for 1 node").ClickAsync(new());

        Assert.False(Service.Server.Value("Contoso/images"));
        var told = Services.GetRequiredService<ISnackbar>().ShownSnackbars.Single();
        Assert.Equal("Done: Turn ASP sessions off for 1 node.", told.Message);
        Assert.Empty(pane.FindAll(".review-summary"));
        pane.Render(parameters => parameters.Add(p => p.Revision, Service.Server.Revision));
        Assert.StartsWith("Set ASP session state On → Off Ann Example", pane.Find(".history").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inherit_WhereItIsSet_GoesBackToInherited()
    {
        var pane = await ReviewedAsync("Contoso/shop", "Inherit");

        await pane.Button("Let ASP sessions inherit for 3 nodes").ClickAsync(new());

        Assert.Null(Service.Server.Nodes["Contoso/shop"].Own);
    }

    [Theory]
    [InlineData(ProblemCodes.Locked, "The configuration is locked there.", "Choose another place")]
    [InlineData(ProblemCodes.Stale, "The configuration changed in the meantime.", "Review again")]
    [InlineData(ProblemCodes.Invalid, "That value or place is not possible.", "Back to the form")]
    [InlineData(ProblemCodes.Busy, "Another program is using the file.", "Try again")]
    [InlineData(ProblemCodes.AuditUnavailable, "The audit log cannot be written.", "Try again")]
    [InlineData(ProblemCodes.Unavailable, "The configuration service does not answer.", "Try again")]
    public async Task Apply_Refused_SaysWhyAndWhatNext(string code, string heading, string step)
    {
        var pane = await ReviewedAsync("Contoso", "Off");
        Service.ApplyProblem = new(code, "x", "The detail.", 409) { Remedy = "The remedy.", File = @"C:\a\applicationHost.config", Line = 29 };

        await pane.FindAll("dialog .button-primary").Single().ClickAsync(new());

        var alert = pane.Find("dialog [role=alert]").Words();
        Assert.Contains($"{heading} The detail. applicationHost.config line 29 The remedy.", alert, StringComparison.Ordinal);
        Assert.True(pane.HasButton(step));
    }

    [Fact]
    public async Task Preview_Refused_IsSaidInTheForm()
    {
        var pane = await PaneAsync("Contoso");
        Service.PreviewProblem = new(ProblemCodes.Locked, "Locked", "asp is locked.", 409);
        await FillAsync(pane, "Off");

        await pane.Button("Review change").ClickAsync(new());

        Assert.Contains("The configuration is locked there. asp is locked.", pane.Find(".change-card [role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_WhileSomebodyChanges_AsksToReviewAgain()
    {
        var pane = await ReviewedAsync("Contoso", "Off");
        Service.Server.Touch();

        pane.Render(parameters => parameters.Add(p => p.Revision, Service.Server.Revision));

        Assert.True(pane.FindAll("dialog .button-primary").Single().HasAttribute("disabled"));
        await pane.Button("Review again").ClickAsync(new());
        Assert.False(pane.FindAll("dialog .button-primary").Single().HasAttribute("disabled"));
    }

    [Fact]
    public async Task Server_ReadOnly_SaysWhyInsteadOfTheForm()
    {
        Service.Server.ReadOnlyReason = "The audit log is full.";

        var pane = await PaneAsync("Contoso");

        Assert.Contains("Nothing can be changed now. The audit log is full.", pane.Find(".change-card").Words(), StringComparison.Ordinal);
        Assert.Empty(pane.FindAll(".change-card input"));
    }

    [Fact]
    public async Task Timeout_IsTypedInMinutes()
    {
        var pane = await PaneAsync("Contoso");
        await pane.Field("Setting to change").ChangeAsync(new() { Value = "system.webServer/asp/session@timeout" });
        await ChooseAsync(pane, "Set here");
        await pane.Field("Minutes").ChangeAsync(new() { Value = "45" });
        await pane.Field("Reason").ChangeAsync(new() { Value = "because" });

        await pane.Button("Review change").ClickAsync(new());
        await pane.FindAll("dialog .button-primary").Single().ClickAsync(new());

        Assert.Equal("00:45:00", Service.Applied.Single().Change.First.Value);
    }

    private static async Task ChooseAsync(IRenderedComponent<NodePane> pane, string option) =>
        await pane.FindAll(".segment").Single(label => label.Words().Split(' ')[0] == option.Split(' ')[0]).QuerySelector("input")!.ChangeAsync(new() { Value = "on" });

    private static async Task FillAsync(IRenderedComponent<NodePane> pane, string option)
    {
        await ChooseAsync(pane, option);
        await pane.Field("Reason").ChangeAsync(new() { Value = "because" });
    }

    private async Task<IRenderedComponent<NodePane>> ReviewedAsync(string path, string option)
    {
        var pane = await PaneAsync(path);
        await FillAsync(pane, option);
        await pane.Button("Review change").ClickAsync(new());
        return pane;
    }

    private async Task<IRenderedComponent<NodePane>> PaneAsync(string path)
    {
        await StartFeedAsync();
        return Render<NodePane>(parameters => parameters.Add(pane => pane.Path, path).Add(pane => pane.Revision, Service.Server.Revision));
    }
}
