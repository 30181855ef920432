using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>Content with another web.config in one folder; what is not on the way to it stays the same object.</summary>
internal sealed class ContentChange(ConfigurationFile file)
{
    private readonly string _folder = Path.GetDirectoryName(file.Path) ?? "";

    internal ImmutableArray<ContentRoot> Apply(ImmutableArray<ContentRoot> content) => [.. content.Select(
        root => root.Folder is { } folder && IsOnTheWay(folder.LocalPath) ? root with { Folder = Replace(folder) } : root)];

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
        && (_folder.Length == path.Length || path.EndsWith('/') || path.EndsWith('\\') || _folder[path.Length] is '/' or '\\');
}
