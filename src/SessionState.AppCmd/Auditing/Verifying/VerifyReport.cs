using System.Globalization;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>What a verification found.</summary>
/// <param name="Finding">What is wrong; null where nothing is.</param>
/// <param name="Text">What was verified.</param>
/// <param name="IsProven">Whether a key that was brought along says so.</param>
internal sealed record VerifyReport(VerifyFinding? Finding, string Text, bool IsProven)
{
    /// <summary>The archives that hold what is not in a database any more.</summary>
    public IReadOnlyList<ArchivedSegment> Archives { get; init; } = [];

    public static VerifyReport Bad(long? firstBad, string text) => new(new(firstBad, text), "", false);

    /// <param name="walk">The walk, all records added.</param>
    /// <param name="damage">What kept the records from being read; null where nothing did.</param>
    /// <param name="last">The newest checkpoint; null for none.</param>
    /// <param name="trusted">The key that was brought along.</param>
    /// <param name="isWhole">Whether there can be no records after the newest checkpoint.</param>
    public static VerifyReport Of(LogVerifier walk, string? damage, SignedNote? last, PublicKey? trusted, bool isWhole)
    {
        if (walk.Finding is null && damage is not null)
        {
            return Bad(walk.Size + 1, damage);
        }

        walk.Finish();
        if (walk.Finding is null && isWhole && last is not null && walk.Size > last.Size)
        {
            return Bad(last.Size + 1, $"Record {last.Size + 1} was added: the checkpoint covers {last.Size} records.");
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{walk.Records} of {walk.Size} records of {last?.Name ?? "the log"} verified; the newest checkpoint covers {walk.Signed}.");
        return new(walk.Finding, text, trusted is not null && last is not null && walk.IsCompared);
    }
}
