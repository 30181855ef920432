namespace SessionState.Files.Disks.Linux;

/// <summary>Reads a regular file with one name, from a folder's descriptor.</summary>
internal static class LinuxFileReader
{
    private const int NoSuchDevice = 6;

    public static unsafe FileRead Read(int folder, string name, int limit, HardLinks links)
    {
        var descriptor = LibC.OpenAt(folder, name, OpenFlags.FileToRead, 0);
        if (descriptor < 0)
        {
            var error = Errors.Last;
            return FileRead.Refused(error is NoSuchDevice ? DiskProblem.WrongKind : Errors.Problem(error), Errors.Text(error));
        }

        try
        {
            StatX before;
            if (LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &before) != 0)
            {
                return FileRead.Refused(DiskProblem.Failed, Errors.Text(Errors.Last));
            }

            var problem = Check(before, limit, links);
            return problem is DiskProblem.None ? ReadAll(descriptor, before.Stamp) : FileRead.Refused(problem);
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }

    private static DiskProblem Check(in StatX stat, int limit, HardLinks links) => stat switch
    {
        { IsFile: false } => DiskProblem.WrongKind,
        { Links: 0 } => DiskProblem.Missing,
        { Links: > 1 } when links is HardLinks.Refused => DiskProblem.HardLink,
        _ when stat.Size > (ulong)limit => DiskProblem.TooLarge,
        _ => DiskProblem.None,
    };

    private static unsafe FileRead ReadAll(int descriptor, FileStamp stamp)
    {
        var bytes = new byte[stamp.Size];
        var count = 0;
        fixed (byte* start = bytes)
        {
            while (count < bytes.Length)
            {
                var read = LibC.Read(descriptor, start + count, bytes.Length - count);
                if (read < 0 && Errors.Last is var error and not Errors.Interrupted)
                {
                    return FileRead.Refused(DiskProblem.Failed, Errors.Text(error));
                }

                if (read == 0)
                {
                    return FileRead.Refused(DiskProblem.Changing);
                }

                count += (int)Math.Max(read, 0);
            }
        }

        // The same size, times and inode: nobody wrote meanwhile.
        StatX after;
        return LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &after) == 0 && after.Stamp == stamp
            ? new(DiskProblem.None, null, bytes, stamp)
            : FileRead.Refused(DiskProblem.Changing);
    }
}
