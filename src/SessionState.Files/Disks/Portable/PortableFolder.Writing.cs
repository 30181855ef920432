using SessionState.Files.Reading;

namespace SessionState.Files.Disks.Portable;

internal sealed partial class PortableFolder
{
    private const int SharingViolation = 32;
    private const int MovedButNotNamed = 1177;

    public override void WriteNew(string name, ReadOnlySpan<byte> bytes, string? like)
    {
        // ReplaceFile itself gives the new file the old one's access list and attributes; a new file inherits the folder's.
        var path = Join(name);
        try
        {
            using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            RandomAccess.Write(handle, bytes, 0);
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(path);
            throw ToDiskException("write", exception);
        }
    }

    /// <summary>Windows has no exchange: the file is replaced with a backup, which then takes the temporary name.</summary>
    public override bool TryExchange(string temporary, string name)
    {
        var backup = Join(TemporaryName.Create());
        var error = WindowsFile.Replace(Join(name), Join(temporary), backup);
        if (error is MovedButNotNamed)
        {
            File.Move(backup, Join(name), overwrite: false);
        }

        if (error is not 0)
        {
            throw new DiskException("replace", FailureOf(error), $"Windows error {error}");
        }

        File.Move(backup, Join(temporary), overwrite: false);
        return true;
    }

    public override void Replace(string temporary, string name) =>
        Try("replace", () => File.Move(Join(temporary), Join(name), overwrite: true));

    public override void MoveNew(string temporary, string name) =>
        Try("create", () => File.Move(Join(temporary), Join(name), overwrite: false));

    public override void Delete(string name) => Try("delete", () => File.Delete(Join(name)));

    public override void Flush()
    {
        // NTFS writes names through its journal; there is nothing to ask for.
    }

    private static void Try(string step, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToDiskException(step, exception);
        }
    }

    private static DiskException ToDiskException(string step, Exception exception) =>
        new(step, FailureOf(exception.HResult & 0xffff), exception.Message);

    /// <summary>What the error numbers of Windows mean for us.</summary>
    private static DiskFailure FailureOf(int error) => error switch
    {
        5 => DiskFailure.Denied,
        19 => DiskFailure.ReadOnlyDisk,
        SharingViolation or 33 => DiskFailure.InUse,
        39 or 112 => DiskFailure.DiskFull,
        80 or 183 => DiskFailure.Exists,
        2 or 3 => DiskFailure.Missing,
        _ => DiskFailure.Other,
    };

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure before this one is the one to report; the next start removes the file.
        }
    }
}
