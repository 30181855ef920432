namespace SessionState.Files.Disks.Linux;

/// <summary>
/// A lock (<c>flock</c>) on a file, held as long as its descriptor is open. Taken here and not by .NET, which goes on without a lock where the
/// file system has none or where an environment variable says so.
/// </summary>
internal sealed class LinuxLockFile : IDisposable
{
    private const int Exclusive = 2;
    private const int DoNotWait = 4;

    private int _descriptor;

    private LinuxLockFile(int descriptor) => _descriptor = descriptor;

    public static LinuxLockFile? TryTake(string path)
    {
        var descriptor = LibC.OpenAt(LibC.CurrentDirectory, path, OpenFlags.LockFile, 0x180);
        if (descriptor < 0)
        {
            throw Errors.Exception("open");
        }

        if (LibC.Lock(descriptor, Exclusive | DoNotWait) == 0)
        {
            return new(descriptor);
        }

        var error = Errors.Last;
        _ = LibC.Close(descriptor);
        return error is Errors.WouldBlock or Errors.Interrupted ? null : throw Errors.Exception("lock", error);
    }

    public void Dispose()
    {
        var descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0)
        {
            _ = LibC.Close(descriptor);
        }
    }
}
