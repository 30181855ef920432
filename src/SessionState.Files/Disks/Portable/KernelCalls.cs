using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SessionState.Files.Disks.Portable;

// Compiled everywhere, meant for Windows; not run on Windows yet.

/// <summary>Windows itself.</summary>
internal sealed partial class KernelCalls : WindowsCalls
{
    private const uint ReplaceExisting = 1;
    private const uint WriteThrough = 8;

    public override int Replace(string replaced, string replacement, string backup) =>
        Result(ReplaceFile(replaced, replacement, backup, 0, 0, 0)); // no flags: they would give up the access list

    public override int Move(string from, string to, bool overwrite) =>
        Result(MoveFileEx(from, to, overwrite ? WriteThrough | ReplaceExisting : WriteThrough));

    public override int Delete(string path) => Result(DeleteFile(path));

    public override int Flush(SafeFileHandle handle) => Result(FlushFileBuffers(handle));

    private static int Result(bool isDone) => isDone ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("kernel32", EntryPoint = "ReplaceFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ReplaceFile(
        string replaced, string replacement, string backup, uint flags, nint exclude, nint reserved);

    [LibraryImport("kernel32", EntryPoint = "MoveFileExW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool MoveFileEx(string from, string to, uint flags);

    [LibraryImport("kernel32", EntryPoint = "DeleteFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DeleteFile(string path);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FlushFileBuffers(SafeFileHandle handle);
}
