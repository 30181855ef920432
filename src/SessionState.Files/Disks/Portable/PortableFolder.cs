namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet.

/// <summary>A folder by its path.</summary>
internal sealed partial class PortableFolder(DirectoryInfo folder, WindowsCalls calls, Action<TimeSpan> wait) : Folder(folder.FullName)
{
    public override FileStamp Stamp { get; } = StampOf(folder);

    public static DiskProblem Check(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            return File.Exists(folder.FullName) ? DiskProblem.WrongKind : DiskProblem.Missing;
        }

        return folder.Attributes.HasFlag(FileAttributes.ReparsePoint) ? DiskProblem.Link : DiskProblem.None;
    }

    public static FileStamp StampOf(FileSystemInfo entry) => new(
        entry is FileInfo file ? file.Length : 0, (entry.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100, 0, 0);

    public override DiskProblem List(FolderNameFilter wantsFile, List<FolderEntry> into)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
                if (entry is DirectoryInfo && !isLink)
                {
                    into.Add(new(entry.Name, EntryKind.Folder));
                }
                else if (wantsFile(entry.Name))
                {
                    into.Add(new(entry.Name, entry is FileInfo && !isLink ? EntryKind.File : EntryKind.Other));
                }
            }

            return DiskProblem.None;
        }
        catch (UnauthorizedAccessException)
        {
            return DiskProblem.Denied;
        }
        catch (IOException)
        {
            return DiskProblem.Failed;
        }
    }

    public override Folder? OpenFolder(string name, out DiskProblem problem)
    {
        var child = new DirectoryInfo(System.IO.Path.Combine(Path, name));
        problem = Check(child);
        return problem is DiskProblem.None ? new PortableFolder(child, calls, wait) : null;
    }

    public override FileStamp? StampOf(string name)
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, name));
        return file.Exists ? StampOf(file) : null;
    }

    public override void Dispose()
    {
        // A path holds nothing open.
    }

    private string Join(string name) => System.IO.Path.Combine(Path, name);
}
