using System.Runtime.InteropServices;

namespace SessionState.Faults.Hosting;

/// <summary>What the sweeps need of the C library.</summary>
internal static partial class Native
{
    public const int KillSignal = 9;
    public const int TerminateSignal = 15;

    /// <summary>Of ext4 and others: stop at once; flag 2: and write nothing more of what is not on the disk yet.</summary>
    public const uint ShutDown = 0x8004587d;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, ref int argument);

    [LibraryImport("libc", EntryPoint = "sync")]
    public static partial void Sync();
}
