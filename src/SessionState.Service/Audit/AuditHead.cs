using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit;

/// <summary>The end of the chain, where the next record is linked, and the tree up to there.</summary>
/// <param name="Sequence">The newest record's; 0 where there is none.</param>
/// <param name="Hash">The newest record's; zeros where there is none.</param>
/// <param name="Tree">The tree over all records.</param>
internal sealed record AuditHead(long Sequence, string Hash, MerkleFrontier Tree)
{
    /// <summary>When the newest record was made; null where there is none.</summary>
    public AuditMoment? Moment { get; init; }

    public static AuditHead Empty { get; } = new(0, AuditChain.NoHash, MerkleFrontier.Empty);

    /// <summary>The end after one more record.</summary>
    public AuditHead Next(AuditRow row, Action<TreeNode> completed, AuditMoment? moment = null) =>
        new(row.Sequence, AuditChain.Text(row.Hash), Tree.Append(MerkleHash.Leaf(row.Json), completed)) { Moment = moment };

    /// <exception cref="MissingRecordException">Records are missing.</exception>
    public static AuditHead Read(AuditDbContext context) =>
        context.Records.OrderByDescending(row => row.Sequence).FirstOrDefault() is { } newest
            ? new(newest.Sequence, AuditChain.Text(newest.Hash), new AuditTree(context).Frontier(newest.Sequence))
            {
                Moment = AuditJson.Read(newest.Json) is { } record ? AuditMoment.Of(record) : null,
            }
            : Empty;
}
