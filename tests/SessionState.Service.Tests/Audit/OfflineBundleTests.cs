using System.Text;
using CsCheck;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Tests.Audit;

/// <summary>What the Service exports, verified by the tool that shares no code with it.</summary>
public sealed class OfflineBundleTests
{
    [Fact]
    public async Task Verify_WholeBundleWithTheKey_IsProven()
    {
        using var audit = Create(6);

        var report = Verify(await audit.ExportAsync(AuditExportFormat.Bundle), Key(audit));

        Assert.Equal((null, true), (report.Finding, report.IsProven));
        Assert.Equal("6 of 6 records of session-state-audit/test-server verified; the newest checkpoint covers 6.", report.Text);
    }

    [Fact]
    public async Task Verify_WithoutAKey_ProvesNothing()
    {
        using var audit = Create(3);

        var report = Verify(await audit.ExportAsync(AuditExportFormat.Bundle), null);

        Assert.Equal((null, false), (report.Finding, report.IsProven));
    }

    [Fact]
    public async Task Verify_EverySingleBitFlipped_IsFoundEveryTime()
    {
        using var audit = Create(4);
        var bundle = await audit.ExportAsync(AuditExportFormat.Bundle, new() { Text = "T-1" });
        var key = Key(audit);
        Assert.Null(Verify(bundle, key).Finding);

        var unnoticed = new List<int>();
        for (var bit = 0; bit < bundle.Length * 8; bit++)
        {
            bundle[bit / 8] ^= (byte)(1 << (bit % 8));
            if (Verify(bundle, key) is { Finding: null, IsProven: true })
            {
                unnoticed.Add(bit);
            }

            bundle[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Empty(unnoticed);
    }

    [Fact]
    public async Task Verify_CutOffAnywhereOrContinued_IsFoundEveryTime()
    {
        using var audit = Create(4);
        var bundle = await audit.ExportAsync(AuditExportFormat.Bundle);
        var key = Key(audit);

        Assert.DoesNotContain(Enumerable.Range(0, bundle.Length), length => Verify(bundle[..length], key).Finding is null);
        Assert.NotNull(Verify([.. bundle, (byte)'\n'], key).Finding);
        Assert.NotNull(Verify([.. bundle, .. Encoding.UTF8.GetBytes(Lines(bundle)[^1] + "\n")], key).Finding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Verify_RecordAltered_IsNamed(int number)
    {
        using var audit = Create(5);
        var lines = Lines(await audit.ExportAsync(AuditExportFormat.Bundle));
        var index = Index(lines, number);
        lines[index] = lines[index].Replace("Ada", "Eve", StringComparison.Ordinal);

        Assert.Equal(number, Verify(Join(lines), Key(audit)).Finding!.FirstBad);
    }

    [Fact]
    public async Task Verify_RecordsSwappedMissingOrAdded_AreNamed()
    {
        using var audit = Create(5);
        var lines = Lines(await audit.ExportAsync(AuditExportFormat.Bundle));
        var first = Index(lines, 1);

        var swapped = lines.ToArray();
        (swapped[first + 1], swapped[first + 2]) = (swapped[first + 2], swapped[first + 1]);
        Assert.Equal(2, Verify(Join(swapped), Key(audit)).Finding!.FirstBad);
        Assert.Equal(3, Verify(Join([.. lines[..(first + 2)], .. lines[(first + 3)..]]), Key(audit)).Finding!.FirstBad);
        Assert.Equal(4, Verify(Join([.. lines[..(first + 3)], lines[first + 2], .. lines[(first + 3)..]]), Key(audit)).Finding!.FirstBad);
        Assert.Equal(5, Verify(Join(lines[..^1]), Key(audit)).Finding!.FirstBad);
    }

    [Fact]
    public async Task Verify_NameMissing_IsProvenAndOtherwiseItIsFound()
    {
        using var audit = Create(3);
        var lines = Lines(await audit.ExportAsync(AuditExportFormat.Bundle));
        var name = Index(lines, 0);
        var key = Key(audit);
        using var other = Create(1);
        var stranger = Lines(await other.ExportAsync(AuditExportFormat.Bundle))[name];

        Assert.StartsWith("@", lines[name], StringComparison.Ordinal);
        Assert.EndsWith(" " + Convert.ToBase64String("Ada"u8), lines[name], StringComparison.Ordinal);
        Assert.True(Verify(Join([.. lines[..name], .. lines[(name + 1)..]]), key) is { Finding: null, IsProven: true });
        Assert.Equal(1, Verify(Join([.. lines[..name], stranger, .. lines[(name + 1)..]]), key).Finding!.FirstBad);
        Assert.NotNull(Verify(Join([.. lines[..name], lines[name], .. lines[name..]]), key).Finding);
        Assert.NotNull(Verify(Join([.. lines, lines[name]]), key).Finding);
        lines[name] = lines[name].Replace(Convert.ToBase64String("Ada"u8), Convert.ToBase64String("Eve"u8), StringComparison.Ordinal);
        Assert.Equal(1, Verify(Join(lines), key).Finding!.FirstBad);
    }

    [Fact]
    public async Task Verify_SameRecordsSealedWithAnotherKey_IsFound()
    {
        using var audit = Create(5);
        using var forged = Create(5);

        Assert.NotNull(Verify(await forged.ExportAsync(AuditExportFormat.Bundle), Key(audit)).Finding);
    }

    [Fact]
    public async Task Verify_ForkSignedWithTheVeryKey_IsFoundByAKeptCheckpoint()
    {
        using var audit = Create(5);
        var kept = SignedNote.Parse(audit.Checkpoints.Sign().Demand().Text)!;
        using var fork = new AuditFixture();
        File.Copy(audit.Keeping.KeyFile, fork.Keeping.KeyFile);
        fork.Reopen();
        for (var i = 0; i < 7; i++)
        {
            fork.Log.TryAppend(AuditFixture.Record(who: "Eve"));
        }

        var bundle = await fork.ExportAsync(AuditExportFormat.Bundle);

        Assert.Null(Verify(bundle, Key(audit)).Finding);
        Assert.Contains("another history", Verify(bundle, Key(audit), kept).Finding!.Text, StringComparison.Ordinal);
        audit.Append(3);
        Assert.True(Verify(await audit.ExportAsync(AuditExportFormat.Bundle), Key(audit), kept) is { Finding: null, IsProven: true });
    }

    [Fact]
    public async Task Verify_RecordsOfTwoServers_AreFound()
    {
        using var audit = Create(2);
        var other = new AuditLog(
            audit.Database, [audit.LastChanges], new("other"), audit.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditLog>.Instance);
        other.Open(audit.Log.Head!, null);
        other.TryAppend(AuditFixture.Record());
        audit.Reopen();

        var finding = Verify(await audit.ExportAsync(AuditExportFormat.Bundle), Key(audit)).Finding!;

        Assert.Equal((3, true), (finding.FirstBad, finding.Text.Contains("other", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Verify_KeyChangedTwice_IsProvenByEveryKeyThatEverSigned()
    {
        using var audit = Create(3);
        var keys = new List<PublicKey> { Key(audit) };
        for (var i = 0; i < 2; i++)
        {
            var rotation = new AuditKeyRotation(
                new(audit.Database, audit.Log, audit.Origin), audit.Database, audit.Log, audit.Origin, audit.Keeping, audit.Clock);
            keys.Add(PublicKey.Parse(rotation.Run(out _)!)!);
            audit.Reopen();
            audit.Append(2);
        }

        var whole = await audit.ExportAsync(AuditExportFormat.Bundle);
        var some = await audit.ExportAsync(AuditExportFormat.Bundle, new() { Text = "T-0" });

        Assert.All(keys, key => Assert.True(Verify(whole, key) is { Finding: null, IsProven: true }));
        Assert.True(Verify(some, keys[0]) is { Finding: null, IsProven: true });
        using var stranger = Create(1);
        Assert.NotNull(Verify(whole, Key(stranger)).Finding);
    }

    [Fact]
    public void Verify_AnyHistoryAndSelection_IsProvenUntilAByteChanges()
    {
        Gen.Select(Gen.Int[0, 2].Array[1, 30], Gen.Int[0, 2], Gen.Int[0, int.MaxValue], Gen.Int[1, 255]).Sample(
            (people, chosen, position, difference) =>
            {
                using var audit = AuditFixture.OpenSigned();
                foreach (var person in people)
                {
                    audit.Log.TryAppend(AuditFixture.Record(who: $"person {person}"));
                    if (person == 2)
                    {
                        audit.Checkpoints.Sign();
                    }
                }

                var bundle = audit.ExportAsync(AuditExportFormat.Bundle, new() { Who = $"person {chosen}" }).GetAwaiter().GetResult();
                var key = Key(audit);
                var good = Verify(bundle, key) is { Finding: null, IsProven: true };
                bundle[position % bundle.Length] ^= (byte)difference;
                return good && Verify(bundle, key).Finding is not null;
            },
            iter: 25);
    }

    // The name stands before the first record.
    private static int Index(string[] lines, int record) => Array.IndexOf(lines, "records") + 1 + record;

    private static AuditFixture Create(int records)
    {
        var audit = AuditFixture.OpenSigned();
        audit.Append(records);
        return audit;
    }

    private static PublicKey Key(AuditFixture audit) => PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;

    private static VerifyReport Verify(byte[] bundle, PublicKey? key, SignedNote? since = null) =>
        BundleFile.Verify(new MemoryStream(bundle), key, since);

    private static string[] Lines(byte[] bundle) => Encoding.UTF8.GetString(bundle).TrimEnd('\n').Split('\n');

    private static byte[] Join(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
