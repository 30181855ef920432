namespace SessionState.Files.Committing;

/// <summary>
/// The boundaries of a commit and of a recovery, in order; the step of the safe-write protocol (S0 to S14) stands before each. Tests stop,
/// interfere and kill the process there. What is named as a deed is reached before it, what is named as done, after it.
/// </summary>
internal enum CommitStep
{
    /// <summary>S0: wait for the right to change this set.</summary>
    Lock,

    Locked,

    /// <summary>S1 to S3: open folder and file without following links; compare with the expected bytes; look at the size.</summary>
    Open,

    Opened,

    /// <summary>S5: keep a copy of the old bytes.</summary>
    BackUp,

    BackedUp,

    /// <summary>S6: write the new bytes beside the file, down to the disk.</summary>
    WriteTemporary,

    TemporaryWritten,

    /// <summary>S8: compare once more.</summary>
    CompareAgain,

    ComparedAgain,

    /// <summary>S7: write down what is about to happen, under a name that nobody looks for yet.</summary>
    WriteJournal,

    /// <summary>S7: give the journal its name.</summary>
    NameJournal,

    /// <summary>S9: wait for that name to be on the disk. From here on a crash is followed by the commit's completion.</summary>
    FlushJournal,

    JournalFlushed,

    /// <summary>S10: put the new file in the place of the old one.</summary>
    Replace,

    Replaced,

    /// <summary>S11: compare what came out and what is in.</summary>
    Verify,

    Verified,

    /// <summary>S10: wait for the folder's names to be on the disk.</summary>
    FlushFolder,

    FolderFlushed,

    /// <summary>S14: remove the journal.</summary>
    RemoveJournal,

    /// <summary>S14: wait for that to be on the disk.</summary>
    FlushJournalRemoval,

    JournalRemoved,

    /// <summary>S14: remove the old file.</summary>
    CleanUp,

    CleanedUp,

    /// <summary>After a failure: write down that the commit is being taken back.</summary>
    TurnBack,

    TurnedBack,

    /// <summary>After a failure: the old file back in its place.</summary>
    PutBack,

    PutBackDone,

    /// <summary>Recovery: look at the files that a journal names.</summary>
    RecoverLook,

    /// <summary>Recovery: write down that it goes backwards.</summary>
    RecoverTurn,

    /// <summary>Recovery: one file forwards or backwards.</summary>
    RecoverFile,

    RecoveredFile,

    /// <summary>Recovery: wait for the names of the files' folders.</summary>
    RecoverFlush,

    /// <summary>Recovery: remove the temporary files.</summary>
    RecoverCleanUp,

    /// <summary>Recovery: remove the journal, or set it aside for a person.</summary>
    RecoverClose,

    RecoverClosed,
}
