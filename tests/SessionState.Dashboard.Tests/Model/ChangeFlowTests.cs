using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class ChangeFlowTests
{
    private static readonly ActingUser Ann = new("local", "ann", "Ann");
    private readonly FakeConfigurationService _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Review_WithoutReason_AsksNobody()
    {
        var flow = Flow("Contoso");
        flow.Form.Set("false");

        Assert.False(await flow.ReviewAsync(Ann, Cancel));
        Assert.NotNull(flow.Errors.Reason);
        Assert.Null(flow.Preview);
    }

    [Fact]
    public async Task Apply_AfterReview_ChangesTheServerOnce()
    {
        var flow = await ReviewedAsync("Contoso/images");

        var result = await flow.ApplyAsync(Ann, Cancel);

        Assert.Equal("Turn ASP sessions off for 1 node", result?.Summary);
        Assert.False(_service.Server.Value("Contoso/images"));
        Assert.Equal(("because", "INC-1"), (_service.Applied[0].Reason, _service.Applied[0].Ticket));
        Assert.Null(flow.Preview);
        Assert.Equal("", flow.Form.Reason);
    }

    [Fact]
    public async Task C07_FiftyClicks_MakeOneChange()
    {
        var flow = await ReviewedAsync("Contoso/images");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => flow.ApplyAsync(Ann, Cancel)));

        Assert.Single(clicks, result => result is not null);
        Assert.Single(_service.Applied);
    }

    [Fact]
    public async Task C07_ButtonThatIsDisabled_PressedAllTheSame_ChangesNothing()
    {
        var flow = await ReviewedAsync("");

        Assert.True(flow.AsksForName);
        Assert.Null(await flow.ApplyAsync(Ann, Cancel));
        Assert.Empty(_service.Applied);
    }

    [Fact] // C07: pressed often, the Service does it once
    public async Task Apply_TriedAgain_HasTheSameId()
    {
        var flow = await ReviewedAsync("Contoso/images");
        _service.ApplyProblem = new(ProblemCodes.Busy, "Busy", "Notepad holds the file.", 423);

        Assert.Null(await flow.ApplyAsync(Ann, Cancel));
        Assert.Equal(ProblemCodes.Busy, flow.Problem?.Code);
        _service.ApplyProblem = null;
        Assert.NotNull(await flow.ApplyAsync(Ann, Cancel));
        Assert.Single(_service.Applied.Select(change => change.ChangeId).Distinct());
    }

    [Fact]
    public async Task Apply_OfAnOldReview_IsRefusedAsStaleAndReviewedAgain()
    {
        var flow = await ReviewedAsync("Contoso/images");
        _service.Server.Touch();

        Assert.Null(await flow.ApplyAsync(Ann, Cancel));
        Assert.Equal(ProblemCodes.Stale, flow.Problem?.Code);
        flow.Follow(Details("Contoso/images"));
        Assert.True(flow.IsOutdated);
        Assert.False(flow.CanApply);
        Assert.True(await flow.ReviewAsync(Ann, Cancel));
        Assert.NotNull(await flow.ApplyAsync(Ann, Cancel));
        Assert.Equal(2, _service.Applied.Select(change => change.ChangeId).Distinct().Count());
    }

    [Fact]
    public async Task Review_OfTheServer_AsksForItsName()
    {
        var flow = await ReviewedAsync("");

        Assert.True(flow.AsksForName);
        Assert.False(flow.CanApply);
        flow.Confirmation = " web01 ";
        Assert.True(flow.CanApply);
    }

    [Fact]
    public async Task Review_OfWhatIsSoAlready_OffersNothingToApply()
    {
        var flow = Flow("Contoso/shop");
        flow.Form.Reason = "because";
        Assert.True(await flow.ReviewAsync(Ann, Cancel));

        Assert.True(flow.Preview?.NothingToDo);
        Assert.False(flow.CanApply);
    }

    [Fact]
    public async Task Back_AfterARefusal_KeepsItToBeRead()
    {
        var flow = await ReviewedAsync("Contoso");
        _service.ApplyProblem = new(ProblemCodes.Locked, "Locked", "It is locked.", 409);
        await flow.ApplyAsync(Ann, Cancel);
        flow.Back();

        Assert.Null(flow.Preview);
        Assert.NotNull(flow.Problem);
    }

    [Fact]
    public void Choose_OfAnotherSetting_KeepsTheReason()
    {
        var flow = Flow("Contoso");
        flow.Form.Reason = "because";
        flow.Choose(flow.Node.Settings[1]);

        Assert.Equal(("ASP session timeout", "because"), (flow.Form.Setting.Title, flow.Form.Reason));
    }

    [Theory]
    [InlineData(ProblemCodes.Stale, NextStep.ReviewAgain)]
    [InlineData(ProblemCodes.Locked, NextStep.BackToForm)]
    [InlineData(ProblemCodes.Invalid, NextStep.BackToForm)]
    [InlineData(ProblemCodes.Busy, NextStep.Retry)]
    [InlineData(ProblemCodes.AuditUnavailable, NextStep.Retry)]
    [InlineData(ProblemCodes.Unavailable, NextStep.Retry)]
    [InlineData(ProblemCodes.AppliedAuditPending, NextStep.None)]
    [InlineData(ProblemCodes.Forbidden, NextStep.None)]
    [InlineData("something new", NextStep.Retry)]
    public void Advice_ForEachRefusal_HasAStep(string code, NextStep step) => Assert.Equal(step, ProblemAdvice.For(code).Step);

    [Fact]
    public void Advice_WhereTheFileMayHaveChanged_DoesNotSayNothingChanged() =>
        Assert.All([ProblemCodes.Unavailable, ProblemCodes.AppliedAuditPending, ProblemCodes.Internal], code => Assert.False(ProblemAdvice.For(code).NothingChanged));

    private async Task<ChangeFlow> ReviewedAsync(string path)
    {
        var flow = Flow(path);
        flow.Form.Set("false");
        (flow.Form.Reason, flow.Form.Ticket) = (" because ", "INC-1");
        Assert.True(await flow.ReviewAsync(Ann, Cancel));
        return flow;
    }

    private ChangeFlow Flow(string path) => new(_service, Details(path), Details(path).Settings[0]);

    private NodeDetails Details(string path) => FakeDetails.Of(_service.Server, _service.Server.Nodes[path]);
}
