using System.Collections.Immutable;
using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;

namespace SessionState.Files.Committing.Recovery;

/// <summary>Says in plain words what became of an interrupted commit, and what a person has to do.</summary>
internal static class RecoveryProblems
{
    public static RecoveredCommit Finished(Journal journal, ImmutableArray<RecoveredFile> files, RecoveryOutcome outcome)
    {
        var others = files.Where(file => file.State is RecoveredFileState.Other or RecoveredFileState.Missing).Select(file => file.File).ToList();
        var message = outcome is RecoveryOutcome.Forward
            ? $"The change {journal.Id} was interrupted after everything was prepared; it has been completed ({Names(files)})."
            : $"The change {journal.Id} was interrupted and has been taken back ({Names(files)}).";
        return Create(
            journal, outcome, files, others.Count == 0 ? message : $"{message} What somebody else wrote stands: {string.Join(", ", others)}.", null);
    }

    public static RecoveredCommit Diverged(Journal journal, ImmutableArray<RecoveredFile> files) => Create(
        journal,
        RecoveryOutcome.Diverged,
        files,
        $"The change {journal.Id} was interrupted, and it can be neither completed nor taken back: "
        + $"{string.Join("; ", files.Select(Describe))}. Nothing was overwritten.",
        "Put each of these files right: all as they were before (the history folder has the old versions), or all as the change wanted; "
        + "then acknowledge the change. Until then these files are not written.");

    public static RecoveredCommit Failed(Journal journal, ImmutableArray<RecoveredFile> files, string? detail) => Create(
        journal,
        RecoveryOutcome.Failed,
        files,
        $"The change {journal.Id} was interrupted and could not be completed yet ({detail}).",
        $"See that {Disk.UserName} can read and write {Names(files)} and that the disk has room; the next recovery tries again.");

    public static RecoveredCommit Damaged(string id, string history) => new(
        id,
        null,
        RecoveryOutcome.Damaged,
        [],
        $"The journal {id} of an interrupted change in {history} is damaged. Which files it was about is unknown, so nothing was touched.",
        "Look whether the files are as they should be, and whether temporary files (.sessionstate-*.config) lie beside them; then acknowledge "
        + "it. Until then nothing is changed.");

    private static RecoveredCommit Create(
        Journal journal, RecoveryOutcome outcome, ImmutableArray<RecoveredFile> files, string message, string? remedy) =>
        new(journal.Id, journal.WrittenAt, outcome, files, message, remedy);

    private static string Names(ImmutableArray<RecoveredFile> files) => files.Length switch
    {
        <= 3 => string.Join(", ", files.Select(file => file.File)),
        _ => $"{files[0].File} and {files.Length - 1} more",
    };

    private static string Describe(RecoveredFile file) => file.State switch
    {
        RecoveredFileState.Before => $"{file.File} is as it was before",
        RecoveredFileState.After => $"{file.File} is as the change wanted",
        RecoveredFileState.Missing => $"{file.File} is gone",
        _ => $"{file.File} was changed by somebody else",
    };
}
