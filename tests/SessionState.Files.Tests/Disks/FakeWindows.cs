using Microsoft.Win32.SafeHandles;
using SessionState.Files.Disks.Portable;
using SessionState.Files.Tests.Committing;

namespace SessionState.Files.Tests.Disks;

/// <summary>
/// Stands in for the calls of Windows on any system: it does what their documentation says, in the same steps, and fails where a test wants,
/// as they do. Not Windows: that its documentation is right is not proved here.
/// </summary>
internal sealed class FakeWindows : WindowsCalls
{
    /// <summary>In place of an error: the process ends between the two renames of <see cref="Replace"/>.</summary>
    public const int Crash = -1;

    /// <summary>What <see cref="Replace"/> does: 0, or an error number with the state that the documentation gives it.</summary>
    public Queue<int> Replacing { get; } = new();

    /// <summary>What <see cref="Move"/> does.</summary>
    public Queue<int> Moving { get; } = new();

    /// <summary>What <see cref="Flush"/> does.</summary>
    public Queue<int> Flushing { get; } = new();

    public List<TimeSpan> Waits { get; } = [];

    public int Flushes { get; private set; }

    public int Replaces { get; private set; }

    public PortableDisk CreateDisk() => new(this, Waits.Add);

    public override int Replace(string replaced, string replacement, string backup)
    {
        Replaces++;
        var error = Replacing.TryDequeue(out var next) ? next : 0;
        if (!File.Exists(replaced) || !File.Exists(replacement))
        {
            return WindowsErrors.NotFound;
        }

        if (error is 0 or Crash or WindowsErrors.ReplacementNotMovedAfterBackup)
        {
            File.Move(replaced, backup, overwrite: true);
        }

        if (error is Crash)
        {
            throw new SimulatedCrashException();
        }

        if (error is 0)
        {
            File.Move(replacement, replaced);
        }

        return error;
    }

    public override int Move(string from, string to, bool overwrite)
    {
        if (Moving.TryDequeue(out var error) && error is not 0)
        {
            return error;
        }

        if (!File.Exists(from))
        {
            return WindowsErrors.NotFound;
        }

        if (File.Exists(to) && !overwrite)
        {
            return 183;
        }

        File.Move(from, to, overwrite);
        return 0;
    }

    public override int Delete(string path)
    {
        if (!File.Exists(path))
        {
            return WindowsErrors.NotFound;
        }

        File.Delete(path);
        return 0;
    }

    public override int Flush(SafeFileHandle handle)
    {
        Flushes++;
        return Flushing.TryDequeue(out var error) ? error : 0;
    }
}
