using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Layout;
using SessionState.Dashboard.Components.Node;
using SessionState.Dashboard.Components.Pages;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>Asking for a second person, and being one.</summary>
public sealed class ApprovalsTests : DashboardContext
{
    private static readonly Problem StepUp = new(
        ProblemCodes.StepUpNeeded, "Sign in again", "To approve a change takes a sign-in that is not older than 5 minutes, and yours is older.", 403);

    [Fact]
    public async Task Review_OfAChangeThatTakesTwo_AsksInsteadOfMakingIt()
    {
        Service.Approvals.Need = new(["It is made at the level of the whole server."], MayBreakGlass: false);
        var pane = await ReviewedAsync();

        Assert.Contains("Somebody else must approve this first. It is made at the level", pane.Find("dialog.review").Words(), StringComparison.Ordinal);
        Assert.Empty(pane.FindAll("dialog.review input[type=checkbox]"));
        await pane.Button("Request approval").ClickAsync(new());

        var (asked, who) = Assert.Single(Service.Approvals.Requested);
        Assert.Equal(("Maintenance", "Ann Example"), (asked.Reason, who));
        Assert.Empty(Service.Applied);
        await pane.WaitForAssertionAsync(() => Assert.Contains("asked for by Ann Example", pane.Find(".notice-info").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_InAnEmergency_IsMadeAtOnceByWhoeverMay()
    {
        Service.Approvals.Need = new(["It is made at the level of the whole server."], MayBreakGlass: true);
        var pane = await ReviewedAsync();

        await pane.Find("dialog.review input[type=checkbox]").ChangeAsync(new() { Value = true });
        Assert.False(pane.HasButton("Request approval"));
        await pane.Find("dialog.review .button-danger").ClickAsync(new());

        Assert.True(Assert.Single(Service.Applied).BreakGlass);
        Assert.Empty(Service.Approvals.Requested);
    }

    [Fact]
    public async Task Review_AskedToSignInAgain_LeavesAndComesBackWithWhatWasTyped()
    {
        Service.ApplyProblem = StepUp;
        var pane = await ReviewedAsync();
        await pane.Find("dialog.review .button-primary").ClickAsync(new());

        await pane.Button("Sign in again").ClickAsync(new());
        Assert.StartsWith("http://localhost/signin?again=true&returnUrl=%2F", Navigation.Uri, StringComparison.Ordinal);
        var again = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso"));

        Assert.Equal("Maintenance", again.Field("Reason").GetAttribute("value"));
        Assert.True(again.FindAll("input[name=change-choice]")[1].HasAttribute("checked"));
        Assert.Empty(Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso")).FindAll("#change-reason"));
    }

    [Fact]
    public async Task Inbox_SortsByWhatThereIsToDo()
    {
        Add("Omar Haddad", mayDecide: true);
        Add("Ann Example", isMine: true);
        Add("Hanna Vogel");
        var done = Add("Omar Haddad");
        Service.Approvals.Set(done, info => info with { State = ApprovalState.Rejected, DecidedBy = "Paolo Conti", Comment = "No" });
        var page = await PageAsync();

        Assert.Equal(
            ["Waiting for me (1)", "Mine (1)", "Waiting for others (1)", "Decided (1)"], page.FindAll(".approval-group h2").Select(title => title.Words()));
        Assert.Equal("1 waits for you", page.Find(".hit-count").Words());
        Assert.Contains("Paolo Conti rejected it.", page.FindAll(".approval-group")[3].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_Empty_SaysWhatComesHere()
    {
        var page = await PageAsync();

        Assert.StartsWith("Nothing waits for an approval.", page.Find(".empty").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_SomebodyAsks_ShowsItAtOnce()
    {
        var page = await PageAsync();

        Add("Omar Haddad", mayDecide: true);
        Hear();

        await page.WaitForAssertionAsync(() => Assert.Contains("Omar Haddad", page.Find("#for-me + ul").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_ThatWasMade_TellsWhoApprovedApartFromWhenItWasDone()
    {
        var id = Add("Omar Haddad");
        Service.Approvals.Set(id, info => info with { State = ApprovalState.Applied, DecidedBy = "Paolo Conti", DecidedAt = DateTimeOffset.UnixEpoch.AddHours(2) });
        var facts = (await PageAsync(id)).FindAll(".node-pane .facts > div").Select(fact => fact.Words()).ToList();

        Assert.Contains("Approved by Paolo Conti", facts);
        Assert.DoesNotContain("Paolo", facts.Single(fact => fact.StartsWith("Done", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_Opened_ShowsWhoWhatWhereWhyAndDecides()
    {
        var id = Add("Omar Haddad", mayDecide: true);
        var page = await PageAsync(id);
        var pane = page.Find(".node-pane").Words();
        foreach (var part in new[] { "Omar Haddad", "No sessions needed", "INC-7", "It is made at the level of the whole server.", "One file changes" })
        {
            Assert.Contains(part, pane, StringComparison.Ordinal);
        }

        await page.Field("Comment").ChangeAsync(new() { Value = "I looked at it" });
        await page.Button("Approve").ClickAsync(new());

        Assert.Equal((id, new DecideApprovalRequest(true, "I looked at it")), Assert.Single(Service.Approvals.Decided));
        await page.WaitForAssertionAsync(() => Assert.Contains("Ann Example approved it.", page.Find(".node-pane").Words(), StringComparison.Ordinal));
        Assert.False(page.HasButton("Approve"));
    }

    [Fact]
    public async Task Request_RejectedWithoutAWord_AsksForOne()
    {
        var page = await PageAsync(Add("Omar Haddad", mayDecide: true));

        await page.Button("Reject").ClickAsync(new());

        Assert.Equal("Say why; whoever asked reads it.", page.Find("#decide-comment-error").Words());
        Assert.Empty(Service.Approvals.Decided);
    }

    [Fact]
    public async Task Request_OfOnesOwn_OffersNoDecision()
    {
        var id = Add("Ann Example", isMine: true);
        var page = await PageAsync(id);

        Assert.False(page.HasButton("Approve"));
        Assert.Contains("Nobody decides their own request.", page.Find(".node-pane").Words(), StringComparison.Ordinal);
        await page.Button("Withdraw the request").ClickAsync(new());

        Assert.Equal([id], Service.Approvals.Withdrawn);
    }

    [Fact]
    public async Task Request_Approved_IsMadeJustAsItWasApproved()
    {
        var id = Add("Ann Example", isMine: true);
        Service.Approvals.Set(id, info => info with { State = ApprovalState.Approved, DecidedBy = "Paolo Conti" });
        var page = await PageAsync(id);
        Assert.Equal("1 waits for you", page.Find(".hit-count").Words());

        await page.Find(".card-actions .button-primary").ClickAsync(new());

        var made = Assert.Single(Service.Applied);
        var asked = Service.Approvals.Items[0];
        Assert.Equal((id, asked.Preview.PlanDigest, asked.Info.Reason, asked.Info.Ticket), (made.ChangeId, made.PlanDigest, made.Reason, made.Ticket));
    }

    [Fact]
    public async Task Decision_AskedToSignInAgain_KeepsTheComment()
    {
        var id = Add("Omar Haddad", mayDecide: true);
        Service.Approvals.Problem = StepUp;
        var page = await PageAsync(id);
        await page.Field("Comment").ChangeAsync(new() { Value = "I looked at it" });
        await page.Button("Approve").ClickAsync(new());

        await page.Button("Sign in again").ClickAsync(new());

        Assert.Contains("again=true", Navigation.Uri, StringComparison.Ordinal);
        Navigation.NavigateTo($"approvals?request={id}");
        Assert.Equal("I looked at it", Render<Approvals>().Field("Comment").GetAttribute("value"));
    }

    [Fact]
    public async Task Request_ThatIsNotThere_SaysSo()
    {
        var page = await PageAsync(Guid.NewGuid());

        Assert.Contains("No request has the id", page.Find(".node-pane [role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_CountsWhatWaitsForThePerson()
    {
        await StartFeedAsync();
        var rail = Render<NavRail>();
        Assert.Empty(rail.FindAll(".nav-count"));

        Add("Omar Haddad", mayDecide: true);
        Hear();

        await rail.WaitForAssertionAsync(() => Assert.Equal("1 waiting for you", rail.Find(".nav-count").Words()));
    }

    [Fact]
    public async Task Emergencies_AreShownToWhoeverMayReadTheAudit()
    {
        Service.Audit.Alarm("Ada Lindqvist", "The shop is down");
        var page = await PageAsync();

        var alarm = page.Find(".approval-group .notice-error").Words();
        Assert.StartsWith("Ada Lindqvist", alarm, StringComparison.Ordinal);
        Assert.Contains("The shop is down", alarm, StringComparison.Ordinal);
    }

    private Guid Add(string who, bool isMine = false, bool mayDecide = false)
    {
        var preview = FakeChanges.Preview(Service.Server, new("Contoso", FakeDetails.AllowSessionState, ChangeAction.Set, "false", null, Service.Server.Revision));
        var waiting = FakeApprovals.Waiting(preview, who, isMine, mayDecide);
        Service.Approvals.Items.Insert(0, waiting);
        return waiting.Info.Id;
    }

    // Whatever happens to a request is a record.
    private void Hear()
    {
        Service.Audit.Add(new(
            0, Service.Audit.Now, AuditType.Approval, null, "Bob", "dashboard", null, null, null, null, null, AuditOutcome.Noticed, null, null, null));
        Service.Publish("", "Bob");
    }

    private async Task<IRenderedComponent<Approvals>> PageAsync(Guid? open = null)
    {
        await StartFeedAsync();
        Navigation.NavigateTo(open is { } id ? $"approvals?request={id}" : "approvals");
        return Render<Approvals>();
    }

    private async Task<IRenderedComponent<NodePane>> ReviewedAsync()
    {
        await StartFeedAsync();
        var pane = Render<NodePane>(parameters => parameters.Add(part => part.Path, "Contoso"));
        await pane.FindAll("input[name=change-choice]")[1].ChangeAsync(new());
        await pane.Field("Reason").ChangeAsync(new() { Value = "Maintenance" });
        await pane.Button("Review change").ClickAsync(new());
        return pane;
    }
}
