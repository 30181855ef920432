using SessionState.Contracts;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Nodes;
using SessionState.Dashboard.Model.Trees;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class SmallTextTests
{
    [Theory]
    [InlineData(SettingType.Boolean, "true", "On")]
    [InlineData(SettingType.Boolean, "false", "Off")]
    [InlineData(SettingType.Boolean, null, "Error")]
    [InlineData(SettingType.TimeSpan, "00:20:00", "20 minutes")]
    [InlineData(SettingType.TimeSpan, "1.02:01:00", "1 day 2 hours 1 minute")]
    [InlineData(SettingType.TimeSpan, "00:00:00", "0 minutes")]
    [InlineData(SettingType.UnsignedInteger, "4294967295", "No limit")]
    [InlineData(SettingType.UnsignedInteger, "5000", "5,000")]
    [InlineData(SettingType.Minutes, "90", "1 hour 30 minutes")]
    [InlineData(SettingType.Minutes, "Infinite", "No limit")]
    [InlineData(SettingType.Seconds, "10", "10 seconds")]
    [InlineData(SettingType.Choice, "StateServer", "StateServer")]
    [InlineData(SettingType.Text, "", "(empty)")]
    public void Value_OfEachType_ReadsAsPeopleSayIt(SettingType type, string? value, string expected) => Assert.Equal(expected, ValueText.Display(type, value));

    [Theory]
    [InlineData(SettingType.Boolean, null, "—")]
    [InlineData(SettingType.Boolean, "false", "Off")]
    [InlineData(SettingType.Minutes, "30", "30 minutes")]
    [InlineData(null, "whatever", "whatever")]
    public void Value_InTheAudit_ReadsTheSame(SettingType? type, string? value, string expected)
    {
        var entry = new AuditEntry(
            1, default, AuditType.Outcome, null, "Ann", "dashboard", null, null, null, null, null, AuditOutcome.Applied, null, null, null) { ValueType = type };

        Assert.Equal(expected, ValueText.Recorded(entry, value));
    }

    [Theory]
    [InlineData(SettingType.TimeSpan, "20", "00:20:00")]
    [InlineData(SettingType.TimeSpan, " 1500 ", "1.01:00:00")]
    [InlineData(SettingType.TimeSpan, "525600", "365.00:00:00")]
    [InlineData(SettingType.TimeSpan, "525601", null)]
    [InlineData(SettingType.TimeSpan, "-1", null)]
    [InlineData(SettingType.TimeSpan, "00:20:00", null)]
    [InlineData(SettingType.UnsignedInteger, "No limit", "4294967295")]
    [InlineData(SettingType.UnsignedInteger, "4294967296", null)]
    [InlineData(SettingType.UnsignedInteger, "-1", null)]
    [InlineData(SettingType.UnsignedInteger, "007", "7")]
    [InlineData(SettingType.Boolean, "true", "true")]
    [InlineData(SettingType.Boolean, "yes", null)]
    [InlineData(SettingType.Minutes, "30", "30")]
    [InlineData(SettingType.Minutes, "no limit", "Infinite")]
    [InlineData(SettingType.Minutes, "0", null)]
    [InlineData(SettingType.Seconds, "no limit", null)]
    [InlineData(SettingType.Seconds, "5", "5")]
    [InlineData(SettingType.Choice, "Off", "Off")]
    [InlineData(SettingType.Choice, "off", null)]
    [InlineData(SettingType.Text, " x ", "x")]
    [InlineData(SettingType.Text, " ", null)]
    [InlineData(SettingType.WholeNumber, "9", "9")]
    [InlineData(SettingType.WholeNumber, "2147483648", null)]
    public void Input_OfEachType_BecomesTheConfigurationsSpelling(SettingType type, string typed, string? value) =>
        Assert.Equal(value, ValueInput.Parse(Of(type), typed));

    [Theory]
    [InlineData(SettingType.TimeSpan, "Whole minutes from 0 to 525600.")]
    [InlineData(SettingType.Minutes, "Whole minutes from 1 to 525600, or “no limit”.")]
    [InlineData(SettingType.Seconds, "Whole seconds, at least 1.")]
    [InlineData(SettingType.UnsignedInteger, "A whole number from 0 to 4294967295, or “no limit”.")]
    [InlineData(SettingType.Choice, "One of Off, InProc.")]
    public void Hint_OfEachType_SaysWhatIsPossible(SettingType type, string hint) => Assert.Equal(hint, ValueInput.Hint(Of(type)));

    [Theory]
    [InlineData(SettingType.TimeSpan, "1.01:00:00", "1500")]
    [InlineData(SettingType.UnsignedInteger, "4294967295", "no limit")]
    [InlineData(SettingType.UnsignedInteger, "7", "7")]
    [InlineData(SettingType.Minutes, "Infinite", "no limit")]
    public void Value_ForTyping_ReadsBack(SettingType type, string value, string typed)
    {
        Assert.Equal(typed, ValueInput.Format(type, value));
        Assert.Equal(value, ValueInput.Parse(Of(type), typed));
    }

    [Theory]
    [InlineData(@"C:\inetpub\web.config", 7, "web.config line 7")]
    [InlineData("/srv/inetpub/web.config", null, "web.config")]
    [InlineData(null, null, "")]
    public void Place_OfAnyFile_IsItsNameAndLine(string? file, int? line, string expected) => Assert.Equal(expected, NodeText.Place(file, line));

    [Fact]
    public void Source_OfARow_NamesTheSetter()
    {
        Assert.Equal("default", NodeText.Source(Rows.Create("A")));
        Assert.Equal("inherited from the server", NodeText.Source(Rows.Create("A", source: ValueSource.Inherited)));
        Assert.Equal("inherited from A", NodeText.Source(Rows.Create("A/x", source: ValueSource.Inherited) with { AspSetAt = "A" }));
        Assert.Equal("set here", NodeText.Source(Rows.Create("A", source: ValueSource.SetHere)));
    }

    [Theory]
    [InlineData("http/*:80:www.contoso.com,https/*:443:www.contoso.com", "http://www.contoso.com, https://www.contoso.com")]
    [InlineData("http/*:8080:", "http://*:8080")]
    [InlineData("https/10.0.0.1:443:", "https://10.0.0.1")]
    [InlineData("http/[::1]:81:", "http://[::1]:81")]
    [InlineData("net.tcp/808:*", "net.tcp/808:*")]
    [InlineData("*:80:intranet", "http://intranet")]
    [InlineData("", "")]
    public void Bindings_ReadAsAddresses(string bindings, string addresses) => Assert.Equal(addresses, BindingText.Addresses(bindings));

    [Theory]
    [InlineData("https://www.contoso.com/shop?x=1", true)]
    [InlineData("WWW.CONTOSO", true)]
    [InlineData("http://www.fabrikam.com", false)]
    [InlineData("://", false)]
    public void Search_ByAddress_FindsTheSiteByItsBindings(string search, bool found) =>
        Assert.Equal(found, new NodeFilter { Search = search }.Finds(Rows.Create("Contoso", detail: "http/*:80:www.contoso.com")));

    [Fact]
    public void Highlight_OfEveryOccurrence_KeepsTheText()
    {
        var pieces = Highlight.Split("Shop and shop", "SHOP");

        Assert.Equal([new("Shop", true), new(" and ", false), new("shop", true)], pieces);
        Assert.Equal([new("app1", false)], Highlight.Split("app1", ""));
        Assert.Equal([new("app", true), new("1", false)], Highlight.Split("app1", "contoso/app"));
        Assert.Equal([new("app1", false)], Highlight.Split("app1", "contoso/"));
    }

    [Fact]
    public void Marks_AfterAWhile_AreForgotten()
    {
        var clock = new TestClock();
        var marks = new ChangeMarks(clock);
        marks.Add(["A"], "Ann", external: false);
        clock.Now += ChangeMarks.Life / 2;
        marks.Add(["B"], "(unknown)", external: true);
        clock.Now += ChangeMarks.Life / 2;
        marks.Tidy();

        Assert.Null(marks["A"]);
        Assert.Equal("file edited outside just now", marks["b"]);
    }

    private static SettingValue Of(SettingType type) =>
        new("s", "S", type, null, "", ValueSource.Default, null, [], new(false, null, null, null), [])
        {
            Rules = type switch
            {
                SettingType.TimeSpan => new([], 0, 525_600, false),
                SettingType.Minutes => new([], 1, 525_600, true),
                SettingType.Seconds => new([], 1, null, false),
                SettingType.UnsignedInteger => new([], 0, uint.MaxValue, false),
                SettingType.WholeNumber => new([], 1, int.MaxValue, false),
                SettingType.Choice => new(["Off", "InProc"], null, null, false),
                _ => ValueRules.None,
            },
        };
}
