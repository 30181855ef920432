using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Components.Pending;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

public sealed class PendingTests : DashboardContext
{
    private static readonly DateTimeOffset Due = new(2026, 11, 22, 16, 10, 0, TimeSpan.Zero);

    [Fact]
    public async Task Banner_ChangeOfTheWholeServer_AsksForAConfirmation()
    {
        await StartFeedAsync();
        var banner = Render<ConfirmBanner>();
        Assert.Empty(banner.FindAll(".banner"));

        Service.Pending.Add(Waiting("", confirmBy: Due));
        Service.Audit.Add(Entry(""));
        Service.Publish("", "Bob");

        await banner.WaitForAssertionAsync(() => Assert.StartsWith(
            "Turn ASP sessions off for the whole server: not confirmed yet. Made by Bob. "
            + "It is taken back at 22 Nov 2026, 16:10:00 unless somebody confirms it.",
            banner.Find(".banner").Words(),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Banner_KeepIt_ConfirmsAndGoes()
    {
        await StartFeedAsync();
        Service.Pending.Add(Waiting("", confirmBy: Due));
        var banner = Render<ConfirmBanner>();

        await banner.Button("Keep it").ClickAsync(new());
        Service.Audit.Add(Entry(""));
        Service.Publish("", "Ann Example");

        await banner.WaitForAssertionAsync(() => Assert.Empty(banner.FindAll(".banner")));
        Assert.Empty(Service.Pending);
    }

    [Fact]
    public async Task Banner_OfAChangeThatEnds_IsNotShown()
    {
        await StartFeedAsync();
        Service.Pending.Add(Waiting("Contoso", until: Due));

        Assert.Empty(Render<ConfirmBanner>().FindAll(".banner"));
    }

    [Fact]
    public async Task Node_WithAChangeThatEnds_SaysWhen()
    {
        await StartFeedAsync();
        Service.Pending.Add(Waiting("Contoso", until: Due));
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso"));

        Assert.Contains(
            "made by Bob. It ends at 22 Nov 2026, 16:10:00; then it is taken back by itself.", pane.Find(".notice-info").Words(), StringComparison.Ordinal);
        Assert.Empty(Render<NodePending>(parameters => parameters.Add(part => part.Path, "Fabrikam")).FindAll(".notice"));
    }

    [Fact]
    public async Task Form_WithAnEnd_AppliesItAndTheReviewSaysSo()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso"));
        await pane.FindAll("input[name=change-choice]")[1].ChangeAsync(new());
        await pane.Field("Reason").ChangeAsync(new() { Value = "Maintenance" });
        await pane.Field("Ends").ChangeAsync(new() { Value = "AtTime" });
        await pane.Button("Review change").ClickAsync(new());
        Assert.Contains("Name a day and a time.", pane.Markup, StringComparison.Ordinal);

        await pane.Field("Day and time of the end").ChangeAsync(new() { Value = "2026-11-22T18:00" });
        Assert.Contains("Taken back by itself at 22 Nov 2026, 18:00:00", pane.Markup, StringComparison.Ordinal);
        await pane.Button("Review change").ClickAsync(new());
        await pane.WaitForAssertionAsync(() => Assert.Contains("Ends 22 Nov 2026, 18:00:00", pane.Find("dialog.review").Words(), StringComparison.Ordinal));
        await pane.FindAll("dialog.review .button-primary")[0].ClickAsync(new());

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero), Assert.Single(Service.Applied).Until);
    }

    [Fact]
    public async Task Review_OfTheWholeServer_SaysThatItMustBeConfirmed()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, ""));
        await pane.FindAll("input[name=change-choice]")[1].ChangeAsync(new());
        await pane.Field("Reason").ChangeAsync(new() { Value = "Memory" });

        await pane.Button("Review change").ClickAsync(new());

        await pane.WaitForAssertionAsync(() => Assert.Contains(
            "must be confirmed within 10 minutes after it was made", pane.Find("dialog.review").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_OfAnAppliedChange_CanBeTakenBack()
    {
        var entry = Service.Audit.Add(Entry("Contoso/shop"));
        await StartFeedAsync();
        Navigation.NavigateTo($"audit?record={entry.Sequence}");
        var page = Render<Audit>();

        await page.Button("Take this change back").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("Turn ASP sessions on", page.Find("dialog .review-summary").Words(), StringComparison.Ordinal));
        var take = page.FindAll("dialog .button-primary")[0];
        await take.ClickAsync(new());
        Assert.Contains("Say why.", page.Find("#undo-reason-error").Words(), StringComparison.Ordinal);
        await page.Find("#undo-reason").ChangeAsync(new() { Value = "Too early" });
        await page.FindAll("dialog .button-primary")[0].ClickAsync(new());

        var (changeId, request) = Assert.Single(Service.Undone);
        Assert.Equal((entry.ChangeId, "Too early"), (changeId, request.Reason));
        Assert.Empty(page.FindAll("dialog .review-summary"));
    }

    [Fact]
    public async Task Record_SomebodyChangedItSince_SaysWhoAndOffersNothing()
    {
        Service.UndoProblem = new(ProblemCodes.ChangedSince, "Changed since", "Bob changed it (audit record 9).", 409);
        var entry = Service.Audit.Add(Entry("Contoso/shop"));
        await StartFeedAsync();
        Navigation.NavigateTo($"audit?record={entry.Sequence}");
        var page = Render<Audit>();

        await page.Button("Take this change back").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("Bob changed it (audit record 9).", page.Find("dialog [role=alert]").Words(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("dialog .button-primary"));
    }

    [Theory]
    [InlineData(AuditType.Denied, AuditOutcome.Refused, ChangeAction.Set)]
    [InlineData(AuditType.Outcome, AuditOutcome.Failed, ChangeAction.Set)]
    [InlineData(AuditType.Outcome, AuditOutcome.Applied, ChangeAction.Repair)]
    public async Task Record_OfWhatCannotBeTakenBack_OffersNothing(AuditType type, AuditOutcome outcome, ChangeAction action)
    {
        var entry = Service.Audit.Add(Entry("Contoso/shop") with { Type = type, Outcome = outcome, Action = action });
        await StartFeedAsync();
        Navigation.NavigateTo($"audit?record={entry.Sequence}");

        Assert.False(Render<Audit>().HasButton("Take this change back"));
    }

    private static PendingChange Waiting(string path, DateTimeOffset? confirmBy = null, DateTimeOffset? until = null) => new(
        Guid.NewGuid(), $"Turn ASP sessions off for {(path.Length == 0 ? "the whole server" : path)}", path, 1, "Bob", 1, confirmBy, until, null);

    private static AuditEntry Entry(string path) => new(
        0, new(2026, 11, 22, 14, 3, 5, TimeSpan.Zero), AuditType.Outcome, Guid.NewGuid(), "Bob", "dashboard", path, FakeDetails.AllowSessionState,
        ChangeAction.Set, "true", "false", AuditOutcome.Applied, "because", null, null);
}
