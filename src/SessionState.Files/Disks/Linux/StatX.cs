using System.Runtime.InteropServices;

namespace SessionState.Files.Disks.Linux;

/// <summary>The part we read of <c>struct statx</c>: the one stat structure that is the same on every architecture (statx(2)).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatX
{
    /// <summary>Type, mode, link count, owner, times, inode and size.</summary>
    public const uint BasicMask = 0x7ff;

    public const int NoFollow = 0x100;
    public const int EmptyPath = 0x1000;

    [FieldOffset(0x10)] public uint Links;
    [FieldOffset(0x14)] public uint User;
    [FieldOffset(0x18)] public uint Group;
    [FieldOffset(0x1c)] public ushort Mode;
    [FieldOffset(0x20)] public ulong Inode;
    [FieldOffset(0x28)] public ulong Size;
    [FieldOffset(0x60)] public long ChangedSeconds;
    [FieldOffset(0x68)] public uint ChangedNanoseconds;
    [FieldOffset(0x70)] public long ModifiedSeconds;
    [FieldOffset(0x78)] public uint ModifiedNanoseconds;

    public readonly bool IsFile => (Mode & 0xf000) == 0x8000;

    public readonly bool IsFolder => (Mode & 0xf000) == 0x4000;

    public readonly bool IsLink => (Mode & 0xf000) == 0xa000;

    public readonly uint Permissions => Mode & 0xfffu;

    public readonly FileStamp Stamp => new(
        (long)Size,
        (ModifiedSeconds * 1_000_000_000) + ModifiedNanoseconds,
        (ChangedSeconds * 1_000_000_000) + ChangedNanoseconds,
        Inode);
}
