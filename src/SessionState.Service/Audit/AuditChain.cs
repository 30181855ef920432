using System.Security.Cryptography;

namespace SessionState.Service.Audit;

/// <summary>The hash chain: a record's hash is the SHA-256 of its stored bytes, which contain the hash of the record before it.</summary>
internal static class AuditChain
{
    /// <summary>Stands for the record before the first.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    public static byte[] Hash(byte[] json) => SHA256.HashData(json);

    public static string Text(byte[] hash) => Convert.ToHexStringLower(hash);

    /// <summary>Whether a row is what was once written: bytes, hash, and every column.</summary>
    public static bool IsIntact(AuditRow row) => AuditJson.Read(row.Json) is { } record && IsIntact(row, record);

    /// <summary>The same, with the record already read from the row's bytes.</summary>
    public static bool IsIntact(AuditRow row, AuditRecord record) => AuditRow.From(record, row.Json).Matches(row);

    /// <summary>Whether <paramref name="row"/> is the one that followed <paramref name="previous"/>; null stands for the beginning.</summary>
    public static bool Follows(AuditRow row, AuditRow? previous) => AuditJson.Read(row.Json) is { } record && Follows(record, previous);

    /// <summary>The same, with the record already read from the row's bytes.</summary>
    public static bool Follows(AuditRecord record, AuditRow? previous) =>
        record.Seq == (previous?.Sequence ?? 0) + 1 && record.Prev == (previous is null ? NoHash : Text(previous.Hash));

    /// <summary>The first sequence at which rows in order do not fit; null where all do.</summary>
    /// <param name="rows">Rows by sequence.</param>
    /// <param name="previous">The row before the first of them; null where that is the first record of all.</param>
    public static long? FirstBreak(IEnumerable<AuditRow> rows, AuditRow? previous)
    {
        foreach (var row in rows)
        {
            if (AuditJson.Read(row.Json) is not { } record || !IsIntact(row, record) || !Follows(record, previous))
            {
                return row.Sequence;
            }

            previous = row;
        }

        return null;
    }
}
