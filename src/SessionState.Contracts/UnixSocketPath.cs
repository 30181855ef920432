using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace SessionState.Contracts;

/// <summary>Where a socket that somebody else opened listens.</summary>
public static partial class UnixSocketPath
{
    private const int UnixFamily = 1;
    private const int FamilyBytes = 2;
    private const int AddressBytes = 128;

    /// <summary>
    /// The socket's path; null where it is no Unix domain socket. Asked of the kernel itself (getsockname(2)): a <c>Socket</c> shuts down
    /// what it wraps when it is disposed of.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static string? Of(int descriptor)
    {
        var address = new byte[AddressBytes];
        var length = address.Length;
        return GetSocketName(descriptor, address, ref length) == 0 && length >= FamilyBytes && BitConverter.ToUInt16(address) == UnixFamily
            ? Encoding.UTF8.GetString(address, FamilyBytes, length - FamilyBytes).TrimEnd('\0')
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getsockname")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetSocketName(int socket, [Out] byte[] address, ref int length);
}
