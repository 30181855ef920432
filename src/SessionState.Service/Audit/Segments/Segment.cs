namespace SessionState.Service.Audit.Segments;

/// <summary>Records that were moved to an archive file: of them only the hashes are here. A record of the log says the same.</summary>
internal sealed record Segment
{
    public long First { get; init; }

    public long Last { get; init; }

    /// <summary>SHA-256 of the last one's bytes, which the record after it contains.</summary>
    public required byte[] LastHash { get; init; }

    /// <summary>Root of the tree over all records up to the last one.</summary>
    public required byte[] Root { get; init; }

    /// <summary>The record that says so.</summary>
    public long Record { get; init; }

    /// <summary>Name of the archive file.</summary>
    public required string File { get; init; }

    /// <summary>The archive file's SHA-256, in hexadecimal.</summary>
    public required string FileHash { get; init; }

    public static Segment Of(AuditSegment stated, long record) => new()
    {
        First = stated.First,
        Last = stated.Last,
        LastHash = Convert.FromHexString(stated.LastHash),
        Root = Convert.FromHexString(stated.Root),
        Record = record,
        File = stated.Archive,
        FileHash = stated.Sha256,
    };

    public bool Says(AuditSegment? stated) => stated is not null
        && stated.First == First
        && stated.Last == Last
        && stated.LastHash == AuditChain.Text(LastHash)
        && stated.Root == AuditChain.Text(Root)
        && stated.Archive == File
        && stated.Sha256 == FileHash;

    /// <summary>Stands for the last of the records where the next is compared with the one before.</summary>
    public AuditRow LastRow() => new() { Sequence = Last, Hash = LastHash, Json = [], Who = "", Via = "", WhoKey = "", TextKey = "" };

    /// <summary>The newest; null where nothing was archived yet.</summary>
    public static Segment? Newest(AuditDbContext context) => context.Segments.OrderByDescending(segment => segment.First).FirstOrDefault();
}

/// <summary>The hash of an archived record in the tree, so that every proof still works.</summary>
internal sealed record Leaf
{
    public long Sequence { get; init; }

    public required byte[] Hash { get; init; }
}
