namespace SessionState.Files;

/// <summary>What a file of an interrupted commit holds.</summary>
public enum RecoveredFileState
{
    /// <summary>What it held before the commit; for a new file: nothing is there.</summary>
    Before,

    /// <summary>What the commit wanted.</summary>
    After,

    /// <summary>Something else: somebody changed it.</summary>
    Other,

    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>It could not be looked at.</summary>
    Unreachable,
}
