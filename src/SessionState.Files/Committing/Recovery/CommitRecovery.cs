using SessionState.Files.Committing;
using SessionState.Files.Disks;

namespace SessionState.Files;

/// <summary>
/// Finishes commits that a crash interrupted, from the history folder alone: it works with nothing else running and where
/// applicationHost.config cannot be read. Loading a set does the same.
/// </summary>
public static class CommitRecovery
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    /// <summary>Completes or takes back whatever was interrupted, and tells what still waits for a person.</summary>
    /// <param name="historyFolder">The set's <see cref="ConfigurationSetOptions.HistoryFolder"/>.</param>
    /// <param name="time">The clock.</param>
    public static RecoveryReport Run(string historyFolder, TimeProvider time) => Run(historyFolder, time, Disk.Native, null);

    /// <summary>
    /// Closes an interrupted commit that waited for a person: its files stay as they are now and may be written again. What lies beside them
    /// goes to the history.
    /// </summary>
    /// <param name="historyFolder">As for <see cref="Run(string, TimeProvider)"/>.</param>
    /// <param name="id">The <see cref="RecoveredCommit.Id"/>.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What is left; its <see cref="RecoveryReport.Problem"/> says where there is no such commit.</returns>
    public static RecoveryReport Acknowledge(string historyFolder, string id, TimeProvider time) => UnderLock(
        historyFolder,
        time,
        Disk.Native,
        null,
        folder => folder.Acknowledge(id)
            ? folder.Recover()
            : folder.Recover() with { Problem = $"There is no interrupted change {id} in {historyFolder}." });

    internal static RecoveryReport Run(string historyFolder, TimeProvider time, Disk disk, Action<CommitStep, string>? failpoint) =>
        UnderLock(historyFolder, time, disk, failpoint, folder => folder.Recover());

    private static RecoveryReport UnderLock(
        string path, TimeProvider time, Disk disk, Action<CommitStep, string>? failpoint, Func<ChangeFolder, RecoveryReport> action)
    {
        try
        {
            var folder = ChangeFolder.Open(disk, path, time);
            folder.Failpoint = failpoint;
            using var taken = folder.TryLock(LockPatience, default);
            return taken is null ? RecoveryReport.Of(CommitProblems.LockTaken()) : action(folder);
        }
        catch (CommitRefusal refusal)
        {
            return RecoveryReport.Of(refusal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return RecoveryReport.Of(CommitProblems.Unfinished(path, exception.Message));
        }
    }
}
