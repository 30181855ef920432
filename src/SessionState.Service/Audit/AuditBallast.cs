using SessionState.Files;

namespace SessionState.Service.Audit;

/// <summary>
/// Space that is kept for the one record that must not fail: how a change ended that has been made already. While it is not there
/// nothing new is begun.
/// </summary>
/// <param name="file">A file beside the audit.</param>
internal sealed class AuditBallast(string file)
{
    private const long MaxSize = 1 << 20;
    private const long MaxFloor = 64 << 20;

    // Of a small disk it is a part.
    private const int PartOfDisk = 32;

    /// <summary>Whether the space is kept.</summary>
    public bool IsThere => File.Exists(file);

    /// <summary>Gives the space back to the disk. False where it was given back before.</summary>
    public bool TryRelease()
    {
        if (!IsThere)
        {
            return false;
        }

        File.Delete(file);
        return true;
    }

    /// <summary>Keeps the space again where the disk has enough; true where it is kept.</summary>
    public bool TryKeep(out string problem)
    {
        problem = "";
        try
        {
            var disk = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(file)! : Path.GetDirectoryName(file)!);
            var floor = Math.Min(MaxFloor, disk.TotalSize / PartOfDisk);
            if (IsThere)
            {
                return true;
            }

            // Written, not only made long: a file with holes keeps no space.
            if (disk.AvailableFreeSpace >= floor)
            {
                problem = DurableFile.CreatePrivate(file, new byte[Math.Min(MaxSize, disk.TotalSize / PartOfDisk)]) is { } full
                    ? $"The disk of the audit is full: {full}" : "";
                return problem.Length == 0;
            }

            problem = $"The disk of the audit is full: {disk.AvailableFreeSpace >> 10} KiB are free, {floor >> 10} are needed. Make room; nothing has to be restarted.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"The disk of the audit is full: {error.Message}";
        }

        return false;
    }
}
