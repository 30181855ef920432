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
            if (IsThere || disk.AvailableFreeSpace >= floor)
            {
                Write(Math.Min(MaxSize, disk.TotalSize / PartOfDisk));
                return true;
            }

            problem = $"The disk of the audit is full: {disk.AvailableFreeSpace >> 10} KiB are free, {floor >> 10} are needed. Make room; nothing has to be restarted.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"The disk of the audit is full: {error.Message}";
        }

        return false;
    }

    private void Write(long size)
    {
        if (IsThere)
        {
            return;
        }

        var half = file + ".part";
        try
        {
            using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
            {
                // Written, not only made long: a file with holes keeps no space.
                stream.Write(new byte[size]);
            }

            File.Move(half, file);
        }
        catch (IOException)
        {
            File.Delete(half);
            throw;
        }
    }
}
