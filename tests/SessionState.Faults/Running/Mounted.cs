using SessionState.Faults.Hosting;

namespace SessionState.Faults.Running;

/// <summary>A file system of its own at a folder: small, or one whose power can be cut.</summary>
internal sealed class Mounted : IDisposable
{
    private readonly string _folder;
    private readonly string? _image;

    private Mounted(string folder, string? image) => (_folder, _image) = (folder, image);

    /// <summary>Why this machine cannot mount; null where it can.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>A file system in memory with room for so many bytes.</summary>
    public static Mounted Small(string folder, int bytes)
    {
        Directory.CreateDirectory(folder);
        Machine.Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "none", folder);
        return new(folder, null);
    }

    /// <summary>ext4 on an image. Its default, which guesses where a program forgot to flush, is off: it would hide what is looked for.</summary>
    public static Mounted Ext4(string folder, string image)
    {
        Directory.CreateDirectory(folder);
        using (var file = File.Create(image))
        {
            file.SetLength(16 * 1024 * 1024);
        }

        Machine.Run("mkfs.ext4", "-q", image);
        var mounted = new Mounted(folder, image);
        mounted.Mount();
        return mounted;
    }

    /// <summary>Cuts the power: what is not on the disk is gone, and everything fails from now on.</summary>
    public void CutPower()
    {
        const int DropEverything = 2;
        var descriptor = Native.Open(_folder, 0);
        var flag = DropEverything;
        if (descriptor < 0 || Native.Control(descriptor, Native.ShutDown, ref flag) != 0)
        {
            throw new FaultException("the file system cannot be shut down");
        }

        _ = Native.Close(descriptor);
    }

    /// <summary>Power again.</summary>
    public void Restart()
    {
        Unmount();
        Mount();
    }

    public void ReadOnly(bool on) => Machine.Run("mount", "-o", on ? "remount,ro" : "remount,rw", _folder);

    public void Unmount() => Machine.Run("umount", _folder);

    /// <summary>Takes the file system away from under whoever uses it.</summary>
    public void TakeAway() => Machine.Run("umount", "-l", _folder);

    public void Mount() => Machine.Run("mount", "-o", "loop,noauto_da_alloc,nodiscard", _image!, _folder);

    public void Dispose() => _ = Machine.TryRun("umount", "-l", _folder);

    private static string? FindMissing()
    {
        if (!Machine.IsRoot)
        {
            return "Mounting needs root on Linux.";
        }

        using var folder = new WorkFolder();
        try
        {
            using var mounted = Ext4(System.IO.Path.Join(folder.Path, "try"), System.IO.Path.Join(folder.Path, "try.img"));
            mounted.CutPower();
            return null;
        }
        catch (FaultException exception)
        {
            return $"This machine cannot mount an ext4 image and cut its power ({exception.Message}).";
        }
    }
}
