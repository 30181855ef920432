using Microsoft.Win32.SafeHandles;
using SessionState.Files.Reading;

namespace SessionState.Files.Disks.Portable;

internal sealed partial class PortableFolder
{
    /// <summary>A virus scanner or a backup holds a file for a moment only.</summary>
    private static readonly TimeSpan[] Pauses =
        [.. new[] { 50, 100, 200, 400, 800 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    public override void WriteNew(string name, ReadOnlySpan<byte> bytes, FileRights rights)
    {
        // ReplaceFile itself gives the new file the old one's access list and attributes; a new file inherits the folder's.
        var path = Join(name);
        var handle = Create(path);
        try
        {
            RandomAccess.Write(handle, bytes, 0);
            Check("flush", calls.Flush(handle));
            handle.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            handle.Dispose();
            _ = calls.Delete(path); // the failure before this one is the one to report; the next start removes the file
            throw exception as DiskException ?? WindowsErrors.Exception("write", exception);
        }
    }

    private static SafeFileHandle Create(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw File.Exists(path)
                ? new DiskException("create", DiskFailure.Exists, exception.Message)
                : WindowsErrors.Exception("create", exception);
        }
    }

    /// <summary>Windows has no exchange: the file is replaced with a backup, which then takes the temporary name.</summary>
    public override bool TryExchange(string temporary, string name)
    {
        var (old, current, next) = (Join(TemporaryName.AsideOf(temporary)), Join(name), Join(temporary));
        var error = Retry(() => calls.Replace(current, next, old));
        if (error is not 0)
        {
            CompleteExchange(temporary, name);
            throw WindowsErrors.Exception("replace", error);
        }

        if (Retry(() => calls.Move(old, next, overwrite: false)) is not 0 and var unnamed)
        {
            _ = calls.Replace(current, old, next); // as it was: the old file in its place, the new one under the temporary name
            throw WindowsErrors.Exception("replace", unnamed);
        }

        return true;
    }

    public override void CompleteExchange(string temporary, string name)
    {
        var old = Join(TemporaryName.AsideOf(temporary));
        if (!File.Exists(old))
        {
            return;
        }

        // Without its name the file would be gone for IIS, so that comes first.
        if (!File.Exists(Join(name)))
        {
            Check("put back", Retry(() => calls.Move(old, Join(name), overwrite: false)));
        }
        else if (!File.Exists(Join(temporary)))
        {
            Check("put back", Retry(() => calls.Move(old, Join(temporary), overwrite: false)));
        }
    }

    public override void Replace(string temporary, string name) =>
        Check("replace", Retry(() => calls.Move(Join(temporary), Join(name), overwrite: true)));

    public override void MoveNew(string temporary, string name) =>
        Check("create", Retry(() => calls.Move(Join(temporary), Join(name), overwrite: false)));

    public override void Delete(string name)
    {
        if (Retry(() => calls.Delete(Join(name))) is not (0 or WindowsErrors.NotFound) and var error)
        {
            throw WindowsErrors.Exception("delete", error);
        }
    }

    public override void Flush()
    {
        // NTFS writes names through its journal, and each rename above waited for it; there is nothing to ask for.
    }

    private int Retry(Func<int> call)
    {
        var error = call();
        foreach (var pause in Pauses)
        {
            if (error is not (WindowsErrors.SharingViolation or WindowsErrors.LockViolation))
            {
                break;
            }

            wait(pause);
            error = call();
        }

        return error;
    }

    private static void Check(string step, int error)
    {
        if (error is not 0)
        {
            throw WindowsErrors.Exception(step, error);
        }
    }
}
