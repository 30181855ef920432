namespace SessionState.Files;

/// <summary>How a commit ended. Except for <see cref="Committed"/> every file is as it was.</summary>
public enum CommitOutcome
{
    /// <summary>Written, and on the disk.</summary>
    Committed,

    /// <summary>A file is no longer the one that the change was worked out on.</summary>
    Stale,

    /// <summary>Somebody else holds the lock or the file; later it may work.</summary>
    Busy,

    /// <summary>We may not write there, or the file is not one we write: a link, a file with two names, a file outside the set.</summary>
    Forbidden,

    /// <summary>The disk is full, read-only or broken.</summary>
    Failed,
}
