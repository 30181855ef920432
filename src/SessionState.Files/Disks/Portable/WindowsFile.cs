using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet.

/// <summary>What Windows tells of an open file and .NET does not.</summary>
internal static partial class WindowsFile
{
    /// <summary>How many names a file has; 1 where the system does not tell.</summary>
    public static uint LinkCount(SafeFileHandle handle) =>
        OperatingSystem.IsWindows() && GetFileInformationByHandle(handle, out var information) ? information.NumberOfLinks : 1;

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetFileInformationByHandle(SafeFileHandle handle, out FileInformation information);

    /// <summary>BY_HANDLE_FILE_INFORMATION; the fields we do not read are just room.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct FileInformation
    {
        [FieldOffset(40)] public uint NumberOfLinks;
    }
}
