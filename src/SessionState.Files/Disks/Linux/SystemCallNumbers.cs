using System.Runtime.InteropServices;

namespace SessionState.Files.Disks.Linux;

/// <summary>Numbers of system calls that not every C library offers as a function.</summary>
internal static class SystemCallNumbers
{
    /// <summary>getdents64</summary>
    public static readonly nint ReadFolder = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 or Architecture.Arm or Architecture.Armv6 => 217,
        Architecture.X86 or Architecture.S390x => 220,
        Architecture.Ppc64le => 202,
        _ => 61, // the numbers that all newer architectures share
    };
}
