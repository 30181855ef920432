using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Records;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class AuditModelTests
{
    private readonly FakeConfigurationService _service = new();
    private readonly BrowserClock _clock = new(new TestClock());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Filter_InTheAddress_ReadsBack()
    {
        var filter = new AuditFilter
        {
            Who = "Ann & Bob",
            Path = "Contoso/shop",
            Outcome = AuditOutcome.Refused,
            From = new(2026, 11, 1),
            To = new(2026, 11, 22),
            Text = "INC-1",
            OlderThan = 40,
            Record = 7,
        };

        Assert.Equal(filter, AuditFilter.Parse("http://host/" + filter.ToUrl()));
        Assert.Equal(6, filter.Conditions);
        Assert.Equal(AuditFilter.None, AuditFilter.Parse("http://host/audit?who=+&outcome=x&from=yesterday&older=-1&record=last"));
    }

    [Fact]
    public void Filter_OfDays_CoversThemInThePersonsZone()
    {
        _clock.Use("Europe/Berlin");

        var query = new AuditFilter { From = new(2026, 3, 29), To = new(2026, 3, 29) }.ToQuery(_clock, 50);

        Assert.Equal(new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero), query.From);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 22, 0, 0, TimeSpan.Zero), query.To);
    }

    [Fact]
    public async Task List_Paged_GoesToOlderAndBack()
    {
        Record(120);
        var list = new AuditList(_service, _clock);
        await list.LoadAsync(AuditFilter.None, 120, Cancel);
        Assert.Equal((120, true, true), (list.Page!.Items[0].Sequence, list.IsFirst, list.HasOlder));

        await list.LoadAsync(list.Older(), 120, Cancel);
        Assert.Equal(70, list.Page.Items[0].Sequence);
        await list.LoadAsync(list.Older(), 120, Cancel);
        Assert.Equal((20, false), (list.Page.Items[0].Sequence, list.HasOlder));
        await list.LoadAsync(list.Newer(), 120, Cancel);
        Assert.Equal(70, list.Page.Items[0].Sequence);
        await list.LoadAsync(list.Newer(), 120, Cancel);
        Assert.Equal(120, list.Page.Items[0].Sequence);
    }

    [Fact]
    public async Task Newer_AfterOpeningALinkInTheMiddle_IsTheNewest()
    {
        var list = new AuditList(_service, _clock);
        await list.LoadAsync(new() { OlderThan = 40 }, 120, Cancel);

        Assert.Null(list.Newer().OlderThan);
    }

    [Fact]
    public async Task List_OpeningARecord_IsNotReadAgain()
    {
        Record(3);
        var list = new AuditList(_service, _clock);
        await list.LoadAsync(AuditFilter.None, 3, Cancel);
        var page = list.Page;
        Record(1);
        await list.LoadAsync(list.Filter with { Record = 2 }, 4, Cancel);

        Assert.Same(page, list.Page);
    }

    [Fact]
    public async Task News_CountOnlyWhatMatches()
    {
        Record(2, "Ann");
        var list = new AuditList(_service, _clock);
        await list.LoadAsync(new() { Who = "ann" }, 2, Cancel);
        Record(3, "Bob");
        await list.NoticeAsync(5, Cancel);
        Assert.Equal(0, list.News);
        Record(1, "Ann");
        await list.NoticeAsync(6, Cancel);
        Assert.Equal(1, list.News);
        await list.ReadAsync(6, Cancel);
        Assert.Equal((0, 3), (list.News, list.Page!.Total));
    }

    [Fact]
    public async Task List_Unreadable_KeepsThePageAndSaysWhy()
    {
        Record(2);
        var list = new AuditList(_service, _clock);
        await list.LoadAsync(AuditFilter.None, 2, Cancel);
        _service.ReadProblem = new(ProblemCodes.Unavailable, "Unavailable", "No answer.", 503);
        await list.ReadAsync(2, Cancel);

        Assert.NotNull(list.Problem);
        Assert.Equal(2, list.Page?.Items.Count);
    }

    [Theory]
    [InlineData(AuditType.Outcome, ChangeAction.Set, "Set ASP session state")]
    [InlineData(AuditType.Outcome, ChangeAction.Clear, "Back to inherited: ASP session state")]
    [InlineData(AuditType.Denied, ChangeAction.Set, "Denied: set ASP session state")]
    [InlineData(AuditType.Recovered, ChangeAction.Clear, "Recovered after a crash: back to inherited: ASP session state")]
    [InlineData(AuditType.External, null, "Edited outside: ASP session state")]
    [InlineData(AuditType.Start, null, "Service started")]
    [InlineData(AuditType.Stop, null, "Service stopped")]
    public void What_OfEachRecord_IsSaidInWords(AuditType type, ChangeAction? action, string words) =>
        Assert.Equal(words, AuditText.What(Entry("Ann") with { Type = type, Action = action }));

    [Fact]
    public void Times_AreThePersonsOwn_WithUtcAtHand()
    {
        var clock = new TestClock();
        var browser = new BrowserClock(clock);
        browser.Use("Europe/Berlin");
        browser.Use("Nowhere/Land");

        Assert.Equal("22 Nov 2026, 13:00:00", browser.Local(clock.Now));
        Assert.Equal("2026-11-22 12:00:00 UTC", BrowserClock.Utc(clock.Now));
        Assert.Equal("just now", browser.Ago(clock.Now.AddSeconds(-59)));
        Assert.Equal("59 min ago", browser.Ago(clock.Now.AddMinutes(-59)));
        Assert.Equal("10:30", browser.Ago(clock.Now.AddMinutes(-150)));
        Assert.Equal("21 Nov", browser.Ago(clock.Now.AddHours(-24)));
        Assert.Equal("31 Dec 2025", browser.Ago(new(2025, 12, 31, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("dark", "0", true)]
    [InlineData("light", "1", false)]
    [InlineData("system", "1", true)]
    [InlineData(null, null, false)]
    [InlineData("<script>", "yes", false)]
    public void Colours_FollowTheChoiceThenTheSystem(string? theme, string? systemDark, bool dark) => Assert.Equal(dark, BrowserPreferences.Read(
        name => name switch { BrowserPreferences.ThemeCookie => theme, BrowserPreferences.SystemDarkCookie => systemDark, _ => null }).IsDark);

    private static AuditEntry Entry(string who) => new(
        0, DateTimeOffset.UnixEpoch, AuditType.Outcome, null, who, "dashboard", "Contoso", FakeDetails.AllowSessionState, ChangeAction.Set, "true", "false",
        AuditOutcome.Applied, "because", null, null) { SettingTitle = "ASP session state", ValueType = SettingType.Boolean };

    private void Record(int count, string who = "Ann")
    {
        for (var i = 0; i < count; i++)
        {
            _service.Audit.Add(Entry(who));
        }
    }
}
