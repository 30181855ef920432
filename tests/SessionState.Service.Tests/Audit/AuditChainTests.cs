using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

/// <summary>ASVS 16.4.2.</summary>
public sealed class AuditChainTests
{
    [Fact]
    public void FirstBreak_UntouchedRows_IsNull()
    {
        Assert.Null(AuditChain.FirstBreak(CreateRows(), null));
    }

    [Fact]
    public void FirstBreak_AnyFlippedByteOfAnyRecord_IsFound()
    {
        var rows = CreateRows();
        for (var index = 0; index < rows.Count; index++)
        {
            for (var position = 0; position < rows[index].Json.Length; position++)
            {
                var json = rows[index].Json.ToArray();
                json[position] ^= 1;
                var tampered = rows.ToList();
                tampered[index] = rows[index] with { Json = json };

                Assert.Equal(index + 1, AuditChain.FirstBreak(tampered, null));
            }
        }
    }

    [Fact]
    public void FirstBreak_RecordRewrittenWithItsHash_IsFoundAtTheNext()
    {
        var rows = CreateRows();
        var json = System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(rows[0].Json).Replace("Because", "Whatever", StringComparison.Ordinal));
        rows[0] = AuditRow.From(AuditJson.Read(json)!, json);

        Assert.Equal(2, AuditChain.FirstBreak(rows, null));
    }

    [Fact]
    public void FirstBreak_MissingRow_IsFound()
    {
        var rows = CreateRows();
        rows.RemoveAt(1);

        Assert.Equal(3, AuditChain.FirstBreak(rows, null));
    }

    [Fact]
    public void FirstBreak_SwappedRows_IsFound()
    {
        var rows = CreateRows();
        (rows[0], rows[1]) = (rows[1], rows[0]);

        Assert.Equal(2, AuditChain.FirstBreak(rows, null));
    }

    [Fact]
    public void IsIntact_AnyChangedColumn_IsFalse()
    {
        var row = CreateRows()[0];

        Assert.All(
            new[]
            {
                row with { Who = "Eve" },
                row with { WhoKey = "eve" },
                row with { Path = "Other" },
                row with { PathKey = "other" },
                row with { At = row.At + 1 },
                row with { Outcome = Contracts.AuditOutcome.Failed },
                row with { After = "true" },
                row with { Before = null },
                row with { Detail = "x" },
                row with { TextKey = "x" },
                row with { Reference = 9 },
                row with { ChangeId = Guid.NewGuid() },
                row with { Hash = new byte[32] },
                row with { Sequence = 2 },
            },
            tampered => Assert.False(AuditChain.IsIntact(tampered)));
        Assert.True(AuditChain.IsIntact(row));
    }

    private static List<AuditRow> CreateRows()
    {
        using var audit = AuditFixture.Open();
        return [.. Enumerable.Range(0, 3).Select(_ => audit.Log.TryAppend(AuditFixture.Record())!)];
    }
}
