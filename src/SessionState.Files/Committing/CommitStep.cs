namespace SessionState.Files.Committing;

/// <summary>The steps of a commit, in order. Tests can stop or interfere before each.</summary>
internal enum CommitStep
{
    /// <summary>Open folder and file without following links; compare with the expected bytes.</summary>
    Open,

    /// <summary>Keep a copy of the old bytes.</summary>
    BackUp,

    /// <summary>Write the new bytes beside the file, down to the disk.</summary>
    WriteTemporary,

    /// <summary>Compare once more.</summary>
    CompareAgain,

    /// <summary>Put the new file in the place of the old one.</summary>
    Replace,

    /// <summary>Compare what came out and what is in.</summary>
    Verify,

    /// <summary>Wait for the folder's names to be on the disk.</summary>
    FlushFolder,

    /// <summary>Remove the old file.</summary>
    CleanUp,
}
