using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Records;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class AuditQueryTextTests
{
    private static readonly TestClock Time = new();
    private static readonly BrowserClock Clock = new(Time);

    [Fact]
    public void Typed_EveryKey_IsACondition()
    {
        var (filter, problems) = AuditQueryText.Apply(
            AuditFilter.None,
            "who:ann site:\"Contoso Staging\" action:set before:on after:Off ticket:INC-1 outcome:refused type:denied setting:system.webServer/asp since:2026-11-01 until:today lost baskets",
            Clock);

        Assert.Empty(problems);
        Assert.Equal(
            new AuditFilter
            {
                Who = "ann", Path = "Contoso Staging", Action = ChangeAction.Set, Before = "true", After = "false", Ticket = "INC-1", Outcome = AuditOutcome.Refused,
                Type = AuditType.Denied, Setting = "system.webServer/asp", From = new(2026, 11, 1), To = Clock.Today, Text = "lost baskets",
            },
            filter);
    }

    [Theory]
    [InlineData("since:7d", 7)]
    [InlineData("since:24h", 1)]
    [InlineData("since:25h", 2)]
    [InlineData("since:today", 0)]
    [InlineData("since:yesterday", 1)]
    public void Since_ATimeAgo_IsThatDay(string typed, int days) =>
        Assert.Equal(Clock.Today.AddDays(-days), AuditQueryText.Apply(AuditFilter.None, typed, Clock).Filter.From);

    [Theory]
    [InlineData("outcome:maybe", "one of pending, applied, refused, failed, noticed.")]
    [InlineData("since:whenever", "a day, such as 2026-11-22, today or 7d.")]
    [InlineData("since:99999999d", "a day, such as 2026-11-22, today or 7d.")]
    [InlineData("outcome:1", "one of pending, applied, refused, failed, noticed.")]
    [InlineData("who:", "something after the colon.")]
    public void Typed_WithoutSense_IsSaidAndLeftOut(string typed, string hint)
    {
        var (filter, problems) = AuditQueryText.Apply(AuditFilter.None, typed, Clock);

        Assert.Equal(AuditFilter.None, filter);
        Assert.EndsWith(hint, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_OtherWordsWithAColon_AreText() =>
        Assert.Equal("error:500 http://x", AuditQueryText.Apply(AuditFilter.None, "error:500 http://x", Clock).Filter.Text);

    [Fact]
    public void Typed_OnTopOfAFilter_KeepsTheRest() =>
        Assert.Equal(new AuditFilter { Who = "ann", Path = "Contoso" }, AuditQueryText.Apply(new() { Path = "Contoso", Text = "old" }, "who:ann", Clock).Filter);

    [Fact]
    public void Completion_OfAWordOrAValue_KeepsWhatStandsBefore()
    {
        Assert.Equal(["who:ann outcome:"], AuditQueryText.Complete("who:ann ou"));
        Assert.Equal(["outcome:refused"], AuditQueryText.Complete("outcome:re"));
        Assert.Empty(AuditQueryText.Complete("who:a"));
        Assert.Contains("since:", AuditQueryText.Complete(""));
    }

    [Fact]
    public void Filter_OfEverything_ReadsBackAndCanBeLiftedOneByOne()
    {
        var (filter, _) = AuditQueryText.Apply(AuditFilter.None, "who:a site:b action:lock before:x after:y ticket:t outcome:failed type:outcome setting:s since:7d until:today text", Clock);

        Assert.Equal(filter, AuditFilter.Parse("http://host/" + filter.ToUrl()));
        var conditions = AuditCondition.Of(filter).ToList();
        Assert.Equal(filter.Conditions, conditions.Count);
        Assert.All(conditions, condition => Assert.Equal(filter.Conditions - 1, condition.Without.Conditions));
    }

    [Fact]
    public void Presets_All_AreFilters() => Assert.All(AuditPreset.All(Clock), preset => Assert.NotEqual(0, preset.Filter.Conditions));
}
