using System.Text.Json;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditDenialsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Record_AFlood_IsTenRecordsAndOneThatCountsTheRest()
    {
        using var audit = AuditFixture.Open();
        var denials = new AuditDenials(audit.Log, audit.Clock);
        for (var i = 0; i < 500; i++)
        {
            denials.Record(AuditFixture.Record(AuditType.Denied, who: "Eve", code: ProblemCodes.Forbidden, detail: "Not allowed."));
        }

        denials.Record(AuditFixture.Record(AuditType.Denied, who: "Ada"));
        Assert.Equal(AuditDenials.RecordedOneByOne + 1, audit.Log.HeadSequence);

        audit.Clock.Advance(AuditDenials.Window);
        denials.WriteCounts();
        denials.WriteCounts();

        Assert.Equal(AuditDenials.RecordedOneByOne + 2, audit.Log.HeadSequence);
        var newest = audit.Reader.Find(audit.Log.HeadSequence).Demand();
        Assert.Equal((AuditType.Denied, "Eve"), (newest.Entry.Type, newest.Entry.Who));
        Assert.Equal(490, JsonDocument.Parse(newest.Json).RootElement.GetProperty("res").GetProperty("suppressed").GetInt64());
    }

    [Fact]
    public void WriteCounts_AuditCannotBeWritten_KeepsCounting()
    {
        using var audit = AuditFixture.Open();
        var denials = new AuditDenials(audit.Log, audit.Clock);
        for (var i = 0; i < 12; i++)
        {
            denials.Record(AuditFixture.Record(AuditType.Denied));
        }

        audit.Execute("CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");
        denials.WriteCounts(all: true);
        audit.Execute("DROP TRIGGER Full;");
        denials.WriteCounts(all: true);

        Assert.Contains("2 more refusals", audit.Reader.Find(11).Demand().Entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIns_AnyKind_AreRecordedAsTheDashboardSays()
    {
        await using var service = await ServiceApplication.StartAsync();
        foreach (var kind in Enum.GetValues<SignInKind>())
        {
            (await service.Client.RecordSignInAsync(ServiceApplication.Ada, new(kind, "passkey"), Cancel)).Demand();
        }

        Assert.Equal(
            [("Ada Lovelace", "Was not let in (passkey)."), ("Ada Lovelace", "Signed out (passkey)."), ("Ada Lovelace", "Signed in (passkey).")],
            (await service.AuditAsync(new() { Type = AuditType.Auth })).Select(entry => (entry.Who, entry.Detail!)));
        Assert.Equal("method", (await service.Client.RecordSignInAsync(ServiceApplication.Ada, new(SignInKind.SignedIn, ""), Cancel)).Refusal().Field);
    }

    [Fact]
    public async Task Denied_SettingThatIsSecretOrUnknown_HasNoValueInTheAudit()
    {
        await using var service = await ServiceApplication.StartAsync();
        foreach (var setting in new[] { "system.web/sessionState@sqlConnectionString", "nobody/knows@this" })
        {
            var change = new ChangeRequest("Contoso", setting, ChangeAction.Set, "password=hunter2", null, "");
            await service.Client.ApplyAsync(ServiceApplication.Ada, new(Guid.NewGuid(), change, "digest", "Why", null), Cancel);
        }

        var records = await service.AuditAsync(new() { Type = AuditType.Denied });
        Assert.Equal(2, records.Count);
        foreach (var record in records)
        {
            Assert.DoesNotContain("hunter2", (await service.RecordAsync(record.Sequence)).Json, StringComparison.Ordinal);
        }
    }
}
