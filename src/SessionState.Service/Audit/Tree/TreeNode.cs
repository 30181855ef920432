namespace SessionState.Service.Audit.Tree;

/// <summary>The stored root of a complete subtree. Small subtrees are not stored: their records give the root at once.</summary>
internal sealed record TreeNode
{
    /// <summary>Subtrees from 2^8 records on are stored.</summary>
    public const int FirstLevel = 8;

    /// <summary>The subtree has 2^Level records.</summary>
    public int Level { get; init; }

    /// <summary>Which of that size it is, from 0: the records from Position · 2^Level + 1 on.</summary>
    public long Position { get; init; }

    public required byte[] Hash { get; init; }
}
