namespace SessionState.Engine.Hierarchy;

/// <summary>Known content with other content in one web.config.</summary>
internal sealed class ContentChange(KnownContent known, ConfigurationFile file)
{
    private readonly string _folder = Path.GetDirectoryName(file.Path) ?? "";

    internal ContentRoot Find(Site site, VirtualDirectory directory)
    {
        var root = known.Find(site, directory);
        return root.Folder is null ? root : root with { Folder = Replace(root.Folder) };
    }

    private ContentFolder Replace(ContentFolder folder)
    {
        if (folder.LocalPath.Equals(_folder, StringComparison.OrdinalIgnoreCase))
        {
            return folder with { WebConfig = file };
        }

        var folders = folder.Folders;
        for (var i = 0; i < folders.Length; i++)
        {
            if (IsOnTheWay(folders[i].LocalPath))
            {
                folders = folders.SetItem(i, Replace(folders[i]));
            }
        }

        return folders.Equals(folder.Folders) ? folder : folder with { Folders = folders };
    }

    private bool IsOnTheWay(string path) =>
        _folder.StartsWith(path, StringComparison.OrdinalIgnoreCase)
        && (_folder.Length == path.Length || _folder[path.Length] is '/' or '\\');
}
