using System.Diagnostics;

namespace SessionState.Service.Tests;

/// <summary>A disk of two megabytes that can really be full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>Null where this user may not mount.</summary>
    public static SmallDisk? TryMount()
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", disk.Folder))
        {
            return disk;
        }

        disk._folder.Dispose();
        return null;
    }

    public void Fill()
    {
        using var file = File.Create(Path.Combine(Folder, "ballast"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Free() => File.Delete(Path.Combine(Folder, "ballast"));

    public void Dispose()
    {
        // Lazily: SQLite may still be closing its files.
        Run("umount", "--lazy", Folder);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
