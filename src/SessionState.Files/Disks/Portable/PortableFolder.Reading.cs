namespace SessionState.Files.Disks.Portable;

internal sealed partial class PortableFolder
{
    public override FileRead Read(string name, int limit, ReadBuffer buffer)
    {
        var read = ReadOnce(name, limit, buffer);
        return read.Problem is DiskProblem.Changing ? ReadOnce(name, limit, buffer) : read;
    }

    private FileRead ReadOnce(string name, int limit, ReadBuffer buffer)
    {
        try
        {
            var file = new FileInfo(Join(name));
            var problem = Check(file, limit);
            return problem is DiskProblem.None ? ReadAll(file, buffer) : FileRead.Refused(problem);
        }
        catch (UnauthorizedAccessException exception)
        {
            return FileRead.Refused(DiskProblem.Denied, exception.Message);
        }
        catch (IOException exception)
        {
            return FileRead.Refused(DiskProblem.Failed, exception.Message);
        }
    }

    private static DiskProblem Check(FileInfo file, int limit)
    {
        if (!file.Exists)
        {
            return Directory.Exists(file.FullName) ? DiskProblem.WrongKind : DiskProblem.Missing;
        }

        return file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? DiskProblem.Link
            : file.Length > limit ? DiskProblem.TooLarge
            : DiskProblem.None;
    }

    private static FileRead ReadAll(FileInfo file, ReadBuffer buffer)
    {
        // Others may go on writing and replacing: IIS itself does not expect us to hold its files.
        const FileShare Everything = FileShare.ReadWrite | FileShare.Delete;
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, Everything);
        if (WindowsFile.LinkCount(handle) > 1)
        {
            return FileRead.Refused(DiskProblem.HardLink);
        }

        var stamp = StampOf(file);
        var bytes = buffer.AtLeast((int)stamp.Size + 1);
        var count = 0;
        for (int read; (read = RandomAccess.Read(handle, bytes.AsSpan(count), count)) > 0; count += read)
        {
            if (count + read > stamp.Size)
            {
                return FileRead.Refused(DiskProblem.Changing);
            }
        }

        file.Refresh();
        return file.Exists && StampOf(file) == stamp && count == stamp.Size
            ? new(DiskProblem.None, null, bytes.AsMemory(0, count), stamp)
            : FileRead.Refused(DiskProblem.Changing);
    }
}
