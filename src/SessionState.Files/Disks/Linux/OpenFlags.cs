using System.Runtime.InteropServices;

namespace SessionState.Files.Disks.Linux;

/// <summary>Flags of open(2). Two of them have other numbers on ARM and POWER.</summary>
internal static class OpenFlags
{
    public const int WriteOnly = 0x1;
    public const int ReadWrite = 0x2;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int PathOnly = 0x200000;

    private static readonly bool OtherNumbers =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 or Architecture.Ppc64le;

    private static readonly int Directory = OtherNumbers ? 0x4000 : 0x10000;

    public static readonly int NoFollow = OtherNumbers ? 0x8000 : 0x20000;

    /// <summary>A folder, not a link to one, to be listed.</summary>
    public static readonly int Folder = Directory | NoFollow | CloseOnExec;

    /// <summary>A folder on the way, which may be passed even where it may not be listed.</summary>
    public static readonly int FolderOnTheWay = Folder | PathOnly;

    /// <summary>A file, not a link to one; a FIFO must not make us wait for its writer.</summary>
    public static readonly int FileToRead = NoFollow | NonBlocking | CloseOnExec;

    /// <summary>A file that is only there to be locked.</summary>
    public static readonly int LockFile = ReadWrite | Create | NoFollow | CloseOnExec;

    public static readonly int NewFile = WriteOnly | Create | Exclusive | NoFollow | CloseOnExec;
}
