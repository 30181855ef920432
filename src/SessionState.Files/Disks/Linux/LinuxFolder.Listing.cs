using System.Runtime.InteropServices;
using System.Text;

namespace SessionState.Files.Disks.Linux;

internal sealed partial class LinuxFolder
{
    // struct dirent of 64-bit Linux: inode (8), offset (8), length (2), type (1), name.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const int MostBytes = 256;

    private enum EntryType : byte
    {
        Unknown = 0,
        Folder = 4,
        File = 8,
    }

    public override unsafe DiskProblem List(FolderNameFilter wantsFile, List<FolderEntry> into)
    {
        _reader = LibC.OpenDirectory(_descriptor);
        if (_reader == 0)
        {
            return Errors.Problem(Errors.Last);
        }

        Span<char> characters = stackalloc char[MostBytes];
        for (byte* entry; (entry = (byte*)LibC.ReadDirectory(_reader)) != null;)
        {
            var bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + NameOffset);
            if (bytes is [(byte)'.'] or [(byte)'.', (byte)'.'] || !Encoding.UTF8.TryGetChars(bytes, characters, out var count))
            {
                continue;
            }

            // A name that is no UTF-8 cannot be in a URL, so no configuration path leads there.
            var name = characters[..count];
            if (!name.Contains('\uFFFD') && Wanted(name, (EntryType)entry[TypeOffset], wantsFile) is { } kind)
            {
                into.Add(new(name.ToString(), kind));
            }
        }

        return Errors.Last == 0 ? DiskProblem.None : Errors.Problem(Errors.Last);
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
