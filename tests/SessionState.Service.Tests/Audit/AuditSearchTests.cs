using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;

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
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void List_AnyFilter_FindsItsFirstPageThroughAnIndex(string column, AuditQuery query)
    {
        using var audit = AuditFixture.Open();
        audit.Append(3);
        using var context = audit.Database.CreateDbContext();

        var plan = Plan(context, AuditSearch.Newest(context, query, null).Take(51));

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
