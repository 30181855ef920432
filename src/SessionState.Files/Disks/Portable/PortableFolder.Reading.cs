namespace SessionState.Files.Disks.Portable;

internal sealed partial class PortableFolder
{
    public override FileRead Read(string name, int limit, HardLinks links = HardLinks.Refused)
    {
        var read = ReadOnce(name, limit, links);
        return read.Problem is DiskProblem.Changing ? ReadOnce(name, limit, links) : read;
    }

    private FileRead ReadOnce(string name, int limit, HardLinks links)
    {
        try
        {
            var file = new FileInfo(Join(name));
            var problem = Check(file, limit);
            return problem is DiskProblem.None ? ReadAll(file, links) : FileRead.Refused(problem);
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

    private static FileRead ReadAll(FileInfo file, HardLinks links)
    {
        // Others may go on writing and replacing: IIS itself does not expect us to hold its files.
        const FileShare Everything = FileShare.ReadWrite | FileShare.Delete;
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, Everything);
        if (links is HardLinks.Refused && WindowsFile.LinkCount(handle) > 1)
        {
            return FileRead.Refused(DiskProblem.HardLink);
        }

        var stamp = StampOf(file);
        var bytes = new byte[stamp.Size];
        for (var count = 0; count < bytes.Length;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(count), count);
            if (read == 0)
            {
                return FileRead.Refused(DiskProblem.Changing);
            }

            count += read;
        }

        file.Refresh();
        return file.Exists && StampOf(file) == stamp
            ? new(DiskProblem.None, null, bytes, stamp)
            : FileRead.Refused(DiskProblem.Changing);
    }
}
