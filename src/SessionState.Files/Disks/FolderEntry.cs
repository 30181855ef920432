namespace SessionState.Files.Disks;

internal enum EntryKind
{
    File,
    Folder,

    /// <summary>A link, junction, device, FIFO or socket.</summary>
    Other,
}

/// <summary>One name in a folder.</summary>
internal readonly record struct FolderEntry(string Name, EntryKind Kind);
