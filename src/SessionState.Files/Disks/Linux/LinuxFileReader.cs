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

    /// <summary>See <see cref="Folder.StampIfHolds"/>. A large file is compared piece by piece and not kept.</summary>
    public static unsafe FileStamp? StampIfHolds(int folder, string name, ReadOnlySpan<byte> bytes)
    {
        var descriptor = LibC.OpenAt(folder, name, OpenFlags.FileToRead, 0);
        if (descriptor < 0)
        {
            return null;
        }

        try
        {
            StatX before, after;
            return LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &before) == 0
                && Check(before, bytes.Length, HardLinks.Refused) is DiskProblem.None
                && Holds(descriptor, bytes)
                && LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &after) == 0
                && after.Stamp == before.Stamp
                    ? before.Stamp
                    : null;
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }

    private static unsafe bool Holds(int descriptor, ReadOnlySpan<byte> bytes)
    {
        const int PieceLength = 64 * 1024;
        var piece = stackalloc byte[PieceLength];
        while (true)
        {
            var read = LibC.Read(descriptor, piece, PieceLength);
            if (read == 0 || (read < 0 && Errors.Last is not Errors.Interrupted))
            {
                return read == 0 && bytes.IsEmpty;
            }

            read = Math.Max(read, 0);
            if (read > bytes.Length || !bytes[..(int)read].SequenceEqual(new(piece, (int)read)))
            {
                return false;
            }

            bytes = bytes[(int)read..];
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
