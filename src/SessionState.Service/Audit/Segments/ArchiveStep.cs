namespace SessionState.Service.Audit.Segments;

/// <summary>Between these steps the process may die: the next run goes on from there.</summary>
internal enum ArchiveStep
{
    /// <summary>The archive file is durable, and was read back.</summary>
    Written,

    /// <summary>The record that states it is durable.</summary>
    Recorded,

    /// <summary>Hashes have taken the place of the records.</summary>
    Dropped,
}
