using System.Text.Json;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

/// <summary>Clocks are set, by people and by mistake: the order of records does not depend on them, and each says what happened.</summary>
public sealed class AuditMomentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TryAppend_ClockSetBackAndForward_KeepsTheOrderAndSaysSo()
    {
        using var audit = AuditFixture.Open();
        audit.Append(1);
        audit.Clock.Advance(TimeSpan.FromHours(5));
        audit.Append(1);
        audit.Clock.Set(audit.Clock.GetUtcNow().AddHours(-3));
        audit.Append(2);
        audit.Clock.Set(audit.Clock.GetUtcNow().AddYears(10));
        audit.Append(1);

        var records = audit.Database.CreateDbContext().Records.OrderBy(row => row.Sequence).AsEnumerable()
            .Select(row => JsonDocument.Parse(row.Json).RootElement).ToList();
        Assert.Equal([1, 2, 3, 4, 5], records.Select(record => record.GetProperty("seq").GetInt64()));
        Assert.Equal(
            OperatingSystem.IsLinux() ? ["ok", "ok", "back", "ok", "jump"] : ["ok", "ok", "back", "ok", "ok"],
            records.Select(record => record.GetProperty("clk").GetString()));
        Assert.Equal(records.Select(record => record.GetProperty("mono").GetInt64()).Order(), records.Select(record => record.GetProperty("mono").GetInt64()));
    }

    [Fact]
    public void TryAppend_ClockSetWhileNothingRan_IsNoticedByTheNextStart()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1);
        audit.Clock.Set(audit.Clock.GetUtcNow().AddHours(-3));

        audit.Reopen();
        audit.Append(1);

        Assert.Contains("\"clk\":\"back\"", audit.Reader.Find(2).Demand().Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "Ok")]
    [InlineData(3_600, 3_600, "Ok")]
    [InlineData(3_600, 3_601, "Ok")]
    [InlineData(1, 4, "Back")]
    [InlineData(4, 1, "Jump")]
    [InlineData(-1, 0, "Ok")]
    [InlineData(-3, 0, "Back")]
    [InlineData(86_400, 86_440, "Ok")]
    [InlineData(86_400, 86_500, "Back")]
    [InlineData(86_400, 0, "Jump")]
    public void Since_SameStartOfTheMachine_ComparesBothClocks(int shown, int passed, string clock)
    {
        var before = new AuditMoment(Noon, 5_000, "boot");

        Assert.Equal(clock, new AuditMoment(Noon.AddSeconds(shown), 5_000 + (passed * 1_000L), "boot").Since(before).ToString());
    }

    [Theory]
    [InlineData(-10, "Back")]
    [InlineData(86_400, "Ok")]
    public void Since_OtherStartOfTheMachineOrOldRecord_KnowsOnlyTheWayBack(int shown, string clock)
    {
        var now = new AuditMoment(Noon.AddSeconds(shown), 1_000, "boot 2");

        Assert.Equal(clock, now.Since(new AuditMoment(Noon, 900_000, "boot 1")).ToString());
        Assert.Equal(clock, now.Since(new AuditMoment(Noon, null, null)).ToString());
        Assert.Equal("Ok", now.Since(null).ToString());
    }
}
