using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditSearchTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, AuditQuery> Filters => new()
    {
        { "WhoKey", new() { Who = "ada" } },
        { "PathKey", new() { Path = "Contoso" } },
        { "Setting", new() { Setting = "other" } },
        { "Action", new() { Action = ChangeAction.Clear } },
        { "Ticket", new() { Ticket = "t-1" } },
        { "Outcome", new() { Outcome = AuditOutcome.Refused } },
        { "Type", new() { Type = AuditType.External } },
        { "At", new() { From = Start, To = Start.AddHours(1) } },
        { "", new() { Who = "ada", Outcome = AuditOutcome.Refused, Action = ChangeAction.Clear } },
        { "", new() { Who = "ada", Ticket = "t-1", Setting = "other", Type = AuditType.Outcome } },
        { "", new() { Path = "Contoso", Outcome = AuditOutcome.Failed, From = Start } },
    };

    public static TheoryData<AuditQuery> OtherSources =>
    [
        new AuditQuery { Text = "because" },
        new AuditQuery { Text = "because", Who = "ada", Path = "Contoso", Setting = "other", Action = ChangeAction.Set, Outcome = AuditOutcome.Applied, Ticket = "t-1", From = Start },
        new AuditQuery { Who = "a" },
        new AuditQuery { Who = "a", Setting = "other", Outcome = AuditOutcome.Failed },
    ];

    [Theory]
    [MemberData(nameof(OtherSources))]
    public void List_TextOrSeveralPeople_ComesInOrderWithoutReadingAllOrSorting(AuditQuery query)
    {
        using var audit = AuditFixture.Open();
        audit.Append(3);
        audit.Log.TryAppend(AuditFixture.Record(who: "Barbara"));
        using var context = audit.Database.CreateDbContext();

        var plan = Plan(context, new AuditSearch(context, query with { Cursor = 100 }, null, Sight.Everything).FromCursor().Take(51));

        Assert.Contains("SEARCH AuditRecords USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN AuditRecords", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void List_SeveralPeople_AreMergedNewestFirstOverAllPages()
    {
        using var audit = AuditFixture.Open();
        for (var number = 0; number < 40; number++)
        {
            audit.Log.TryAppend(AuditFixture.Record(who: (number % 7) switch { 0 => "Ada", 1 or 4 => "Barbara", _ => "Otto" }, setting: number % 2 == 0 ? "even" : "odd"));
        }

        var seen = new List<long>();
        for (long? cursor = null; seen.Count == 0 || cursor is not null;)
        {
            var page = audit.Reader.List(new() { Who = "A", Setting = "even", Limit = 3, Cursor = cursor }).Demand();
            Assert.Equal(9, page.Total);
            seen.AddRange(page.Items.Select(entry => entry.Sequence));
            cursor = page.NextCursor;
        }

        Assert.Equal(
            Enumerable.Range(0, 40).Where(number => number % 2 == 0 && number % 7 is (0 or 1 or 4)).Select(number => number + 1L).Reverse(),
            seen);
    }

    [Theory]
    [InlineData("sess", new long[] { 3, 1 })]
    [InlineData("SESSIONS are", new long[] { 1 })]
    [InlineData("zoë über", new long[] { 2 })]
    [InlineData("ses are", new long[0])]
    [InlineData("ons", new long[] { 3, 1 })]
    [InlineData("😀b", new long[] { 2 })]
    [InlineData("a😀b", new long[] { 2 })]
    [InlineData("x", new long[] { 2 })]
    [InlineData("onsx", new long[0])]
    public void List_Text_IsFoundAnywhereInsideWords(string text, long[] found)
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(reason: "Sessions are not needed"));
        audit.Log.TryAppend(AuditFixture.Record(reason: "ZOË ÜBER", detail: "xa😀b"));
        audit.Log.TryAppend(AuditFixture.Record(reason: "are", ticket: "sessions"));

        Assert.Equal(found, Sequences(audit, new() { Text = text }));
    }

    [Fact]
    public void List_TextOfTwoCharacters_IsLookedForInTheNewestAndTheNextPageGoesOn()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(reason: "#7"));
        audit.Execute(
            $"WITH RECURSIVE N(I) AS (SELECT 2 UNION ALL SELECT I + 1 FROM N WHERE I <= {AuditSearch.ShortTextRecords + 1}) "
            + "INSERT INTO AuditRecords (Sequence, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, "
            + "Before, After, Reason, Ticket, Detail, WhoKey, PathKey, TextKey) SELECT I, Json, Hash, At, Type, Outcome, ChangeId, Reference, Who, Via, Path, Setting, Action, "
            + "Before, After, 'none', Ticket, Detail, WhoKey, PathKey, 'none' FROM N, AuditRecords WHERE Sequence = 1");

        var first = audit.Reader.List(new() { Text = "#7" }).Demand();
        var second = audit.Reader.List(new() { Text = "#7", Cursor = first.NextCursor }).Demand();

        Assert.Equal((0, true, 3L, 3L), (first.Items.Count, first.IsTotalMinimum, first.SearchedTo, first.NextCursor));
        Assert.Equal(1, Assert.Single(second.Items).Sequence);
        Assert.Null(second.SearchedTo ?? second.NextCursor);
    }


    [Theory]
    [MemberData(nameof(Filters))]
    public void List_AnyFilter_FindsItsFirstPageThroughAnIndex(string column, AuditQuery query)
    {
        using var audit = AuditFixture.Open();
        audit.Append(3);
        using var context = audit.Database.CreateDbContext();

        var plan = Plan(context, new AuditSearch(context, query, null, Sight.Everything).FromCursor().Take(51));

        Assert.Contains($"IX_AuditRecords_{column}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void List_ByActionAndTicket_FindsThoseOnly()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(ticket: "INC-7"));
        audit.Log.TryAppend(AuditFixture.Record(ticket: "inc-7") with { Do = new() { Action = ChangeAction.Clear, Path = "Contoso" } });
        audit.Log.TryAppend(AuditFixture.Record(ticket: "INC-77"));
        audit.Log.TryAppend(AuditFixture.Record(ticket: null));

        Assert.Equal([2, 1], Sequences(audit, new() { Ticket = "Inc-7" }));
        Assert.Equal([2], Sequences(audit, new() { Action = ChangeAction.Clear }));
        Assert.Equal([4, 3, 1], Sequences(audit, new() { Action = ChangeAction.Set }));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("*")]
    [InlineData("' OR 1=1 --")]
    [InlineData("'; DROP TABLE AuditRecords; --")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("[a-z]")]
    [InlineData("\u0000")]
    public void List_MetacharactersInAnyFilter_AreLiteralText(string text)
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());
        var wanted = $"a{text}b";
        audit.Log.TryAppend(AuditFixture.Record(who: wanted, path: wanted, setting: wanted, ticket: wanted, reason: wanted));

        Assert.All(
            new AuditQuery[]
            {
                new() { Who = text },
                new() { Text = text },
                new() { Path = wanted },
                new() { Setting = wanted },
                new() { Ticket = wanted },
                new() { Who = wanted, Path = wanted, Setting = wanted, Ticket = wanted, Text = wanted },
            },
            query => Assert.Equal([2], Sequences(audit, query)));
        Assert.All(
            new AuditQuery[] { new() { Path = text }, new() { Setting = text }, new() { Ticket = text } },
            query => Assert.Empty(Sequences(audit, query)));
    }

    [Fact]
    public void List_NameThatMeansMany_FindsAllOfThem()
    {
        using var audit = AuditFixture.Open();
        for (var number = 0; number < 60; number++)
        {
            audit.Log.TryAppend(AuditFixture.Record(who: string.Create(CultureInfo.InvariantCulture, $"Person {number}")));
        }

        Assert.Equal(60, audit.Reader.List(new() { Who = "PERSON" }).Demand().Total);
        Assert.Equal(11, audit.Reader.List(new() { Who = "person 1" }).Demand().Total);
        Assert.Empty(Sequences(audit, new() { Who = "nobody" }));
    }

    private static string Plan(AuditDbContext context, IQueryable<AuditRow> query)
    {
        context.Database.OpenConnection();
        using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
        {
            plan.Add(rows.GetString(3));
        }

        return string.Join("\n", plan);
    }

    private static IEnumerable<long> Sequences(AuditFixture audit, AuditQuery query) =>
        audit.Reader.List(query).Demand().Items.Select(entry => entry.Sequence);
}
