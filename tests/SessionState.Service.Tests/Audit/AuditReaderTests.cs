using SessionState.Contracts;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditReaderTests
{
    [Fact]
    public void List_MoreThanAPage_GivesEveryRecordOnceNewestFirst()
    {
        using var audit = AuditFixture.Open();
        for (var count = 0; count < 7; count++)
        {
            audit.Log.TryAppend(AuditFixture.Record());
        }

        var seen = new List<long>();
        for (long? cursor = null; ;)
        {
            var page = List(audit, new() { Limit = 3, Cursor = cursor });
            Assert.Equal(7, page.Total);
            seen.AddRange(page.Items.Select(entry => entry.Sequence));
            cursor = page.NextCursor;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], seen);
    }

    [Fact]
    public void List_NoType_HidesIntentsThatHaveAnOutcome()
    {
        using var audit = AuditFixture.Open();
        var ended = audit.Log.TryAppend(AuditFixture.Record(AuditType.Intent))!;
        audit.Log.TryAppend(AuditFixture.Record(reference: ended.Sequence));
        audit.Log.TryAppend(AuditFixture.Record(AuditType.Intent));

        Assert.Equal([3, 2], Sequences(audit, new()));
        Assert.Equal([3, 1], Sequences(audit, new() { Type = AuditType.Intent }));
    }

    [Fact]
    public void List_ByPath_FindsTheNodeAndWhatIsBelowAndNoNeighbour()
    {
        using var audit = AuditFixture.Open();
        foreach (var path in new[] { "Contoso", "contoso/Shop", "Contoso2", "Contoso-Old/shop", "Contoso/shop/sub", "" })
        {
            audit.Log.TryAppend(AuditFixture.Record(path: path));
        }

        Assert.Equal([5, 2, 1], Sequences(audit, new() { Path = "CONTOSO" }));
        Assert.Equal([5, 2], Sequences(audit, new() { Path = "Contoso/shop/" }));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; DROP TABLE AuditRecords; --")]
    [InlineData("\\")]
    [InlineData("[a]")]
    public void List_TextWithSpecialCharacters_IsComparedLiterally(string text)
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(reason: "nothing special"));
        audit.Log.TryAppend(AuditFixture.Record(reason: $"before {text} after", who: $"x{text}y"));

        Assert.Equal([2], Sequences(audit, new() { Text = text }));
        Assert.Equal([2], Sequences(audit, new() { Who = text }));
    }

    [Fact]
    public void List_TextAndWho_AreFoundWithoutRegardToCaseAlsoBeyondAscii()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record(who: "Jörg Müller", ticket: "INC-42", detail: "Ä"));

        Assert.Equal([1], Sequences(audit, new() { Who = "MÜLL" }));
        Assert.Equal([1], Sequences(audit, new() { Text = "inc-42" }));
        Assert.Equal([1], Sequences(audit, new() { Text = "ä" }));
        Assert.Empty(Sequences(audit, new() { Who = "Muller" }));
    }

    [Fact]
    public void List_OtherConditions_AllHold()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Clock.Advance(TimeSpan.FromHours(1));
        audit.Log.TryAppend(AuditFixture.Record(AuditType.Denied, setting: "other"));
        audit.Clock.Advance(TimeSpan.FromHours(1));
        audit.Log.TryAppend(AuditFixture.Record(code: ProblemCodes.WriteFailed));
        var start = new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal([2], Sequences(audit, new() { Outcome = AuditOutcome.Refused }));
        Assert.Equal([3], Sequences(audit, new() { Outcome = AuditOutcome.Failed }));
        Assert.Equal([2], Sequences(audit, new() { Setting = "other" }));
        Assert.Equal([3, 2], Sequences(audit, new() { From = start.AddHours(1) }));
        Assert.Equal([1], Sequences(audit, new() { To = start.AddHours(1) }));
        Assert.Equal([2], Sequences(audit, new() { From = start.AddHours(1), To = start.AddHours(2), Type = AuditType.Denied }));
        Assert.Empty(Sequences(audit, new() { From = start.AddHours(1), Outcome = AuditOutcome.Applied }));
    }

    [Fact]
    public void Find_Untouched_IsValidOnEveryPositionOfTheChain()
    {
        using var audit = AuditFixture.Open();
        for (var count = 0; count < 3; count++)
        {
            audit.Log.TryAppend(AuditFixture.Record());
        }

        Assert.All(new long[] { 1, 2, 3 }, sequence => Assert.True(Find(audit, sequence).HashValid));
    }

    [Fact]
    public void Find_TamperedRecord_IsInvalidAndSoIsItsSuccessor()
    {
        using var audit = AuditFixture.Open();
        for (var count = 0; count < 3; count++)
        {
            audit.Log.TryAppend(AuditFixture.Record());
        }

        audit.Tamper("UPDATE AuditRecords SET Json = CAST(replace(CAST(Json AS TEXT), 'Ada', 'Eve') AS BLOB), Who = 'Eve', WhoKey = 'eve' WHERE Sequence = 2");

        Assert.Equal([true, false, true], new long[] { 1, 2, 3 }.Select(sequence => Find(audit, sequence).HashValid));
    }

    [Fact]
    public void Find_RowIsNoRecordAnyMore_StillAnswers()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Tamper("UPDATE AuditRecords SET Json = x'00ff'");

        Assert.False(Find(audit, 1).HashValid);
    }

    [Fact]
    public void Find_NewestRecordCutOff_IsInvalid()
    {
        using var audit = AuditFixture.Open();
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Log.TryAppend(AuditFixture.Record());
        audit.Tamper("DELETE FROM AuditRecords WHERE Sequence = 2");

        Assert.False(Find(audit, 1).HashValid);
    }

    [Fact]
    public void Find_Unknown_IsNotFound()
    {
        using var audit = AuditFixture.Open();

        Assert.Equal(ProblemCodes.NotFound, audit.Reader.Find(1).Problem!.Code);
    }

    [Fact]
    public void List_DatabaseGone_IsAuditUnavailable()
    {
        using var audit = new AuditFixture();

        Assert.Equal(ProblemCodes.AuditUnavailable, audit.Reader.List(new()).Problem!.Code);
    }

    private static AuditPage List(AuditFixture audit, AuditQuery query) => audit.Reader.List(query).Value!;

    private static IEnumerable<long> Sequences(AuditFixture audit, AuditQuery query) =>
        List(audit, query).Items.Select(entry => entry.Sequence);

    private static AuditRecordDetails Find(AuditFixture audit, long sequence) => audit.Reader.Find(sequence).Value!;
}
