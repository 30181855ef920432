using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Audit;

/// <summary>
/// Every bit of a bundle of 50 records counts. A part of the flips runs always; all of them by
/// <c>dotnet test --project tests/SessionState.Service.Tests --filter-class '*BitFlipTests' --explicit only</c>.
/// </summary>
public sealed class BitFlipTests
{
    // A prime, so that the bits of all places in a byte are met.
    private const int Sampled = 37;

    [Fact]
    public async Task Verify_SomeBitsOfFiftyRecordsFlipped_AreFoundEveryTime() => Assert.Empty(await UnnoticedAsync(Sampled));

    [Fact(Explicit = true)]
    public async Task Verify_EveryBitOfFiftyRecordsFlipped_IsFoundEveryTime() => Assert.Empty(await UnnoticedAsync(1));

    private static async Task<IReadOnlyList<int>> UnnoticedAsync(int step)
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(50);
        var bundle = await audit.ExportAsync(AuditExportFormat.Bundle);
        var key = PublicKey.Parse(audit.Checkpoints.PublicKey!.Value.Verifier)!;
        Assert.True(Verify(bundle, key) is { Finding: null, IsProven: true });
        var flips = Enumerable.Range(0, bundle.Length * 8 / step).Select(number => number * step);
        return [.. flips.AsParallel().Where(bit => IsUnnoticed(bundle, bit, key))];
    }

    private static bool IsUnnoticed(byte[] bundle, int bit, PublicKey key)
    {
        var flipped = bundle.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return Verify(flipped, key).Finding is null;
    }

    private static VerifyReport Verify(byte[] bundle, PublicKey key) => BundleFile.Verify(new MemoryStream(bundle), key, null);
}
