namespace SessionState.Contracts;

/// <summary>How the audit is written out.</summary>
public enum AuditExportFormat
{
    /// <summary>A table for spreadsheets (RFC 4180, UTF-8). Cells that a spreadsheet would take for a formula begin with an apostrophe.</summary>
    Csv,

    /// <summary>The stored records, byte for byte, one a line.</summary>
    Jsonl,

    /// <summary>The stored records with what proves them: signed checkpoints and tree hashes. <c>appcmd verify audit</c> checks it anywhere.</summary>
    Bundle,
}

/// <summary>The newest signed checkpoint of the audit, and what a witness needs to believe it.</summary>
/// <param name="Size">How many records it covers.</param>
/// <param name="At">When it was signed (UTC).</param>
/// <param name="Text">The signed note, exactly, in C2SP's tlog-checkpoint format.</param>
/// <param name="Key">The public key, in C2SP's form: name, id and key in one line.</param>
/// <param name="PublicKeyPem">The same key as PEM.</param>
/// <param name="Rotations">Every checkpoint that changed the key, oldest first; each is signed by the old key and the new one.</param>
/// <param name="Consistency">
/// The RFC 6962 consistency proof from the size asked for to <paramref name="Size"/>, hashes in base64; null where no size was asked for.
/// </param>
public sealed record AuditCheckpoint(
    long Size,
    DateTimeOffset At,
    string Text,
    string Key,
    string PublicKeyPem,
    IReadOnlyList<string> Rotations,
    IReadOnlyList<string>? Consistency);

/// <summary>What a verification of the whole audit found.</summary>
/// <param name="IsGood">Whether every record, hash and signature is as it was written.</param>
/// <param name="Records">How many records were looked at.</param>
/// <param name="FirstBad">The first record that is not as it was written; null where all are, or none can be named.</param>
/// <param name="Summary">What was found, in a sentence or two.</param>
/// <param name="SignedRecords">How many records the newest checkpoint covers; 0 where there is none.</param>
/// <param name="SignedAt">When that was signed (UTC); null where there is none.</param>
public sealed record AuditVerification(
    bool IsGood, long Records, long? FirstBad, string Summary, long SignedRecords, DateTimeOffset? SignedAt);

/// <summary>An export that was received whole.</summary>
/// <param name="Bytes">Its length.</param>
public sealed record AuditExported(long Bytes);
