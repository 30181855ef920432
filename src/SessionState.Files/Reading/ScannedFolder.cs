using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SessionState.Engine.Hierarchy;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>
/// A folder as it was found on the disk, with what tells whether it changed since. The set changes it under its lock; what it hands out
/// (<see cref="Content"/>) is immutable.
/// </summary>
internal sealed class ScannedFolder(ContentFolder content, FileStamp stamp, FoundFile? webConfig, ScannedFolder[] folders)
{
    /// <summary>What the engine gets.</summary>
    public ContentFolder Content { get; private set; } = content;

    public string Path => Content.LocalPath;

    public string Name => Content.Name;

    /// <summary>The folder above that was scanned too; null at the top.</summary>
    public ScannedFolder? Parent { get; set; }

    public ScannedFolder Top => Parent is null ? this : Parent.Top;

    /// <summary>Taken before its names were read.</summary>
    public FileStamp Stamp { get; set; } = stamp;

    /// <summary>Null where there is none.</summary>
    public FoundFile? WebConfig { get; private set; } = webConfig;

    /// <summary>By name, as names compare on this system.</summary>
    public ScannedFolder[] Folders { get; private set; } = folders;

    /// <summary>Not null where a virtual directory starts here.</summary>
    public RootFolder? Root { get; set; }

    /// <summary>The start of a virtual directory that this folder counts for.</summary>
    public RootFolder NearestRoot => Root ?? Parent!.NearestRoot;

    /// <summary>The folder as the start of a virtual directory.</summary>
    public ContentFolder ContentAsRoot => Content.Name.Length == 0 ? Content : Content with { Name = "" };

    /// <summary>Other content; every folder above gets it too.</summary>
    public void Update(FoundFile? webConfig, ScannedFolder[] folders)
    {
        WebConfig = webConfig;
        var contents = ReferenceEquals(folders, Folders) ? Content.Folders : ContentsOf(folders);
        Folders = folders;
        Replace(Content with { WebConfig = webConfig?.File, Folders = contents });
    }

    /// <summary>The same web.config, looked at again.</summary>
    public void Restamp(FoundFile? webConfig) => WebConfig = webConfig is null ? null : webConfig with { File = WebConfig!.File };

    /// <summary>Lets the next look read the web.config, whatever its stamp says.</summary>
    public void Distrust() => WebConfig = WebConfig is null ? null : WebConfig with { Stamp = FileStamp.Unknown };

    /// <summary>The folder of that name in this one, or null.</summary>
    public ScannedFolder? Find(ReadOnlySpan<char> name) => IndexOf(name) is >= 0 and var index ? Folders[index] : null;

    public static ImmutableArray<ContentFolder> ContentsOf(ScannedFolder[] folders) =>
        ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(folders, folder => folder.Content));

    private int IndexOf(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, Folders.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (name.CompareTo(Folders[middle].Name, Disk.NameComparison))
            {
                case 0:
                    return middle;
                case < 0:
                    high = middle - 1;
                    break;
                default:
                    low = middle + 1;
                    break;
            }
        }

        return -1;
    }

    private void Replace(ContentFolder content)
    {
        Content = content;
        if (Parent is { } parent && parent.IndexOf(content.Name) is >= 0 and var index)
        {
            parent.Replace(parent.Content with { Folders = parent.Content.Folders.SetItem(index, content) });
        }
    }
}
