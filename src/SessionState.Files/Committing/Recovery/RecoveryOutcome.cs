namespace SessionState.Files;

/// <summary>What became of a commit that was interrupted.</summary>
public enum RecoveryOutcome
{
    /// <summary>Completed: every file is the new one.</summary>
    Forward,

    /// <summary>Taken back: every file is the old one, or the one that somebody else wrote since.</summary>
    Discarded,

    /// <summary>A file is neither the old nor the new one. Nothing was overwritten; a person decides.</summary>
    Diverged,

    /// <summary>The journal is damaged. Nothing was overwritten; a person decides.</summary>
    Damaged,

    /// <summary>The disk failed, or a file could not be reached. The next recovery tries again.</summary>
    Failed,
}
