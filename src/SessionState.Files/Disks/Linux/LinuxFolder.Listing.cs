using System.Runtime.InteropServices;
using System.Text;

namespace SessionState.Files.Disks.Linux;

internal sealed partial class LinuxFolder
{
    private const int LongestName = 255;

    /// <summary>One for each thread: a server has a hundred thousand folders.</summary>
    [ThreadStatic]
    private static byte[]? _entries;

    private bool _isListed;

    private enum EntryType : byte
    {
        Unknown = 0,
        Folder = 4,
        File = 8,
    }

    public override unsafe DiskProblem List(FolderNameFilter wantsFile, List<FolderEntry> into)
    {
        if (_isListed)
        {
            LibC.Seek(_descriptor, 0, LibC.FromStart); // the system goes on where the last listing ended
        }

        _isListed = true;
        var buffer = _entries ??= new byte[32 * 1024];
        fixed (byte* start = buffer)
        {
            nint length;
            while ((length = LibC.SystemCall(SystemCallNumbers.ReadFolder, _descriptor, (nint)start, buffer.Length)) > 0)
            {
                AddEntries(buffer.AsSpan(0, (int)length), wantsFile, into);
            }

            return length == 0 ? DiskProblem.None : Errors.Problem(Errors.Last);
        }
    }

    /// <summary>struct linux_dirent64: inode (8 bytes), offset (8), length of the entry (2), type (1), name.</summary>
    private void AddEntries(ReadOnlySpan<byte> entries, FolderNameFilter wantsFile, List<FolderEntry> into)
    {
        Span<char> characters = stackalloc char[LongestName];
        for (; entries.Length > 0; entries = entries[MemoryMarshal.Read<ushort>(entries[16..])..])
        {
            var type = (EntryType)entries[18];
            var bytes = entries[19..];
            bytes = bytes[..bytes.IndexOf((byte)0)];
            if (bytes is [(byte)'.'] or [(byte)'.', (byte)'.'] || !Encoding.UTF8.TryGetChars(bytes, characters, out var count))
            {
                continue;
            }

            // A name that is no UTF-8 cannot be in a URL, so no configuration path leads there.
            var name = characters[..count];
            if (!name.Contains('\uFFFD') && Wanted(name, type, wantsFile) is { } kind)
            {
                into.Add(new(name.ToString(), kind));
            }
        }
    }

    private EntryKind? Wanted(ReadOnlySpan<char> name, EntryType type, FolderNameFilter wantsFile)
    {
        if (type is EntryType.Unknown)
        {
            type = TypeOf(name.ToString());
        }

        return type switch
        {
            EntryType.Folder => EntryKind.Folder,
            EntryType.File => wantsFile(name) ? EntryKind.File : null,
            _ => wantsFile(name) ? EntryKind.Other : null,
        };
    }

    /// <summary>Some file systems do not tell the type while listing.</summary>
    private unsafe EntryType TypeOf(string name)
    {
        StatX stat;
        return LibC.StatX(_descriptor, name, StatX.NoFollow, StatX.BasicMask, &stat) != 0 ? EntryType.Unknown
            : stat.IsFolder ? EntryType.Folder
            : stat.IsFile ? EntryType.File
            : EntryType.Unknown;
    }
}
