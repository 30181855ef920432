namespace SessionState.Files.Disks.Linux;

/// <summary>Keeps the folders above the last one open, because the next one is mostly a neighbour.</summary>
internal sealed class LinuxFolderOpener(LinuxDisk disk, Func<int, int> fsync) : FolderOpener
{
    /// <summary>From the root down: where the folder's path ends in <see cref="_path"/>, and its descriptor.</summary>
    private readonly Stack<(int End, int Descriptor)> _above = new();

    private string _path = "";

    public override Folder? Open(string path, out DiskProblem problem)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0)
        {
            return disk.OpenFolder(path, out problem); // at the very top
        }

        var above = OpenAbove(path, slash, out problem);
        return above < 0 ? null : LinuxFolder.Open(above, path[(slash + 1)..], path, fsync, out problem);
    }

    public override void Dispose() => CloseUntil(0);

    private int OpenAbove(string path, int end, out DiskProblem problem)
    {
        CloseUntil(CommonLength(path, end));
        _path = path;
        problem = DiskProblem.None;
        var (start, descriptor) = _above.TryPeek(out var top) ? top : (0, LibC.CurrentDirectory);
        while (start < end)
        {
            var next = path.IndexOf('/', start + 1);
            next = next < 0 ? end : next;

            // The first name is absolute: "/srv".
            var name = start == 0 ? path[..next] : path[(start + 1)..next];
            descriptor = LibC.OpenAt(descriptor, name, OpenFlags.FolderOnTheWay, 0);
            if (descriptor < 0)
            {
                problem = LinuxFolder.ProblemOfOpening(Errors.Last);
                return -1;
            }

            _above.Push((next, descriptor));
            start = next;
        }

        return descriptor;
    }

    /// <summary>How much of the folders above is above this path too; whole names only.</summary>
    private int CommonLength(string path, int end)
    {
        foreach (var (known, _) in _above)
        {
            if (known <= end && (known == end || path[known] == '/') && path.AsSpan(0, known).SequenceEqual(_path.AsSpan(0, known)))
            {
                return known;
            }
        }

        return 0;
    }

    private void CloseUntil(int length)
    {
        while (_above.TryPeek(out var top) && top.End > length)
        {
            _ = LibC.Close(_above.Pop().Descriptor);
        }
    }
}
