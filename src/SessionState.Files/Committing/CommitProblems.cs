using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

/// <summary>Says in plain words why a commit did not happen, and what would help.</summary>
internal static class CommitProblems
{
    private const string LoadAgain = "Load the current values and make the change again.";

    public static CommitRefusal Changed(string file) => new(
        CommitOutcome.Stale, $"The file {file} was changed by someone else in the meantime, so nothing was written.", file, LoadAgain);

    public static CommitRefusal Gone(string file) => new(
        CommitOutcome.Stale, $"The file {file} does not exist any more, so nothing was written.", file, LoadAgain);

    public static CommitRefusal Appeared(string file) => new(
        CommitOutcome.Stale, $"The file {file} was created by someone else in the meantime, so nothing was written.", file, LoadAgain);

    public static CommitRefusal Overwritten(string file) => new(
        CommitOutcome.Stale, $"The file {file} was changed by someone else at the same moment; their version stands.", file, LoadAgain);

    public static CommitRefusal NotOfThisSet(string file) => new(
        CommitOutcome.Forbidden, $"The file {file} is not one of this server's configuration files, so it is not written.", file, null);

    public static CommitRefusal TooLarge(string file, int limit) => new(
        CommitOutcome.Failed,
        $"The change would make {file} larger than {limit / 1000} KB, and IIS would not read it any more.",
        file,
        "Remove something from the file first.");

    public static CommitRefusal NoHistory() => new(
        CommitOutcome.Forbidden,
        "This set of files was opened for reading only.",
        null,
        "Name a folder for the history of changes in the settings.");

    public static CommitRefusal HistoryFailed(string path, string detail) => new(
        CommitOutcome.Failed,
        $"No copy of the old version could be kept ({path}: {detail}). Nothing was changed.",
        path,
        $"See that the disk has room and that {Disk.UserName} may write there.");

    public static CommitRefusal LockTaken() => new(
        CommitOutcome.Busy, "Somebody else is changing this server's configuration right now.", null, "Try again in a moment.");

    /// <summary>The file to replace could not be opened or read.</summary>
    public static CommitRefusal Unreadable(string file, DiskProblem problem, string? detail) => problem switch
    {
        DiskProblem.Missing => Gone(file),
        DiskProblem.Changing => new(
            CommitOutcome.Busy, $"The file {file} is being written by someone else right now.", file, "Try again in a moment."),
        DiskProblem.Denied => Denied(file),
        DiskProblem.Link or DiskProblem.HardLink or DiskProblem.WrongKind => new(
            CommitOutcome.Forbidden,
            $"{file} is a link, has a second name elsewhere, lies behind a link or is no regular file. "
            + "It is not written, because the change could end up in another file.",
            file,
            "Put a regular file there."),
        DiskProblem.TooLarge => new(CommitOutcome.Failed, $"The file {file} is too large.", file, "Make it smaller."),
        _ => new(CommitOutcome.Failed, $"The file {file} could not be read: {detail}.", file, "Check the disk."),
    };

    /// <summary>A step of the writing failed.</summary>
    public static CommitRefusal Failed(string file, DiskException exception) => exception.Failure switch
    {
        DiskFailure.Denied => Denied(file),
        DiskFailure.CannotKeepOwner => new(
            CommitOutcome.Forbidden,
            $"The file {file} belongs to somebody else than the service user {Disk.UserName}, who cannot write it and leave it theirs. "
            + "Nothing was written.",
            file,
            $"Make {Disk.UserName} the owner of the file, or run the service as its owner."),
        DiskFailure.DiskFull => new(
            CommitOutcome.Failed, $"There is no room on the disk of {file}. Nothing was changed.", file, "Free some space and try again."),
        DiskFailure.ReadOnlyDisk => new(
            CommitOutcome.Forbidden, $"The disk of {file} is read-only. Nothing was changed.", file, "Make it writable for the service."),
        DiskFailure.Exists => Appeared(file),
        DiskFailure.Missing => Gone(file),
        DiskFailure.InUse => new(
            CommitOutcome.Busy,
            $"The file {file} is held open by another program. Nothing was changed.",
            file,
            "Close it there and try again."),
        _ => new(
            CommitOutcome.Failed,
            $"The file {file} could not be written ({exception.Message}). Nothing was changed.",
            file,
            "Check the disk and the system's log."),
    };

    /// <summary>The worst case: written, not certain to last, and not to be undone.</summary>
    public static CommitRefusal NotTakenBack(string file, DiskException exception) => new(
        CommitOutcome.Failed,
        $"The disk failed while {file} was being replaced ({exception.Message}). "
        + "Whether the file holds the old or the new version is uncertain.",
        file,
        "Check the disk, then look at the file. The old version is in the history folder.");

    /// <summary>Written and on the disk, but the disk failed right after.</summary>
    public static string JournalNotRemoved(string history, DiskException exception) =>
        $"The change was made, but the disk failed afterwards, when its journal was removed from {history} ({exception.Message}). Check the disk.";

    /// <summary>An earlier commit was interrupted, and completing it did not work so far.</summary>
    public static CommitRefusal Unfinished(string history, string? detail) => new(
        CommitOutcome.Failed,
        $"An earlier change was interrupted and could be neither completed nor taken back ({detail ?? $"its journal is in {history}"}). "
        + "Until it is, nothing else is changed.",
        null,
        $"See that {Disk.UserName} can read and write the files again and that the disk has room, then try again.");

    /// <summary>A file of an interrupted commit that waits for a person.</summary>
    public static CommitRefusal Diverged(string file, string id) => new(
        CommitOutcome.Failed,
        $"The change {id} of {file} was interrupted and could be neither completed nor taken back, so the file is not written.",
        file,
        "Look at the files of that change and put them right; then acknowledge it.");

    /// <summary>A journal that nobody can read: it could concern any file.</summary>
    public static CommitRefusal Damaged(string id, string history) => new(
        CommitOutcome.Failed,
        $"The journal {id} of an interrupted change in {history} is damaged. Which files it was about is unknown, so nothing is changed.",
        null,
        "Look whether the files are as they should be; then acknowledge it.");

    private static CommitRefusal Denied(string file) => new(
        CommitOutcome.Forbidden,
        $"The service user {Disk.UserName} may not read and write {file}. Nothing was changed.",
        file,
        $"Give {Disk.UserName} the right to read and write the file and to create files in its folder.");
}
