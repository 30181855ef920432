using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet.

/// <summary>The calls of Windows that .NET does not offer.</summary>
internal static partial class WindowsFile
{
    /// <summary>How many names a file has; 1 where the system does not tell.</summary>
    public static uint LinkCount(SafeFileHandle handle) =>
        OperatingSystem.IsWindows() && GetFileInformationByHandle(handle, out var information) ? information.NumberOfLinks : 1;

    /// <summary>
    /// Puts <paramref name="replacement"/> in the place of <paramref name="replaced"/>, whose old content goes to
    /// <paramref name="backup"/>. Without a backup name a failure half-way could lose the file, so there always is one.
    /// </summary>
    /// <returns>0, or the error number.</returns>
    public static int Replace(string replaced, string replacement, string backup) =>
        ReplaceFile(replaced, replacement, backup, 0, 0, 0) ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("kernel32", EntryPoint = "ReplaceFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ReplaceFile(
        string replaced, string replacement, string backup, uint flags, nint exclude, nint reserved);

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
