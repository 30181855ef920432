using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SessionState.Contracts;

/// <summary>Who owns a file and what it is: what the base class library does not tell on Linux.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="Mode">Type and permissions, as in stat(2).</param>
public readonly partial record struct UnixFileStatus(uint UserId, ushort Mode)
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStatus = 0x7ff;
    private const int TypeMask = 0xF000;
    private const int SocketType = 0xC000;
    private const int WritableByOthers = 0x12;

    public bool IsSocket => (Mode & TypeMask) == SocketType;

    /// <summary>True where the group or everybody may write.</summary>
    public bool IsWritableByOthers => (Mode & WritableByOthers) != 0;

    /// <summary>The user this process acts as.</summary>
    [SupportedOSPlatform("linux")]
    public static uint CurrentUserId => EffectiveUserId();

    /// <summary>Looks at the file itself, not at what a link points to. Null where there is none or it may not be looked at.</summary>
    [SupportedOSPlatform("linux")]
    public static UnixFileStatus? Read(string path)
    {
        var buffer = new byte[256];
        return StatX(CurrentDirectory, path, NoFollow, BasicStatus, buffer) == 0
            ? new(BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(20)), BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(28)))
            : null;
    }

    // statx(2) has one layout on every architecture; stat(2) has not.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int StatX(int directory, string path, int flags, uint mask, [Out] byte[] buffer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint EffectiveUserId();
}
