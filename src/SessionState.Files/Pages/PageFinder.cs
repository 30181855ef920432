using System.Collections.Immutable;
using System.Globalization;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Pages;
using SessionState.Files.Disks;

namespace SessionState.Files.Pages;

/// <summary>
/// Reads the pages of one node and of what is below it in the same application. It goes from node to node, and so where IIS goes, and opens
/// each folder as the load does: no link is followed, and no other machine is asked.
/// </summary>
internal sealed class PageFinder(FolderOpener opener, PageScanLimits limits, CancellationToken cancellation)
{
    private readonly ImmutableArray<FoundPage>.Builder _pages = ImmutableArray.CreateBuilder<FoundPage>();
    private readonly ImmutableArray<SkippedPage>.Builder _skipped = ImmutableArray.CreateBuilder<SkippedPage>();
    private readonly HashSet<string> _seen = new(Disk.PathComparer);
    private int _files;
    private int _skippedCount;
    private long _bytes;
    private string? _incomplete;
    private bool _isFull;

    public PageScan Find(ConfigurationNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Server:
                _incomplete = "Pages belong to sites: look at one of them.";
                break;
            case NodeKind.File:
                Look(node.Parent!, name => name.Equals(node.Name, StringComparison.OrdinalIgnoreCase));
                break;
            default:
                Descend(node);
                break;
        }

        return new(_pages.DrainToImmutable(), _files, _skipped.DrainToImmutable(), _skippedCount, _incomplete);
    }

    private void Descend(ConfigurationNode node)
    {
        var folders = Look(node, _ => true);
        foreach (var child in node.Children)
        {
            if (_isFull)
            {
                return;
            }

            if (child.Kind is NodeKind.Folder or NodeKind.VirtualDirectory)
            {
                Descend(child);
            }

            folders.Remove(child.Name);
        }

        if (folders.Count > 0)
        {
            _incomplete ??= $"The folder {folders.First()} in {node.LocalFolder} was not looked into, because it is new or beyond the limit of folders.";
        }
    }

    /// <summary>Reads the pages in a node's own folder.</summary>
    /// <returns>Names of the folders in it.</returns>
    private HashSet<string> Look(ConfigurationNode node, FolderNameFilter isWanted)
    {
        cancellation.ThrowIfCancellationRequested();
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (node.LocalFolder is not { } path)
        {
            // A location tag may name a folder that does not exist; only one that starts somewhere must be somewhere.
            _incomplete ??= node.Kind is NodeKind.Folder ? null : $"The folder of {node.Path} is not available on this machine.";
            return folders;
        }

        if (!_seen.Add(path) || !IsWithin(_seen.Count <= limits.Folders, $"{limits.Folders} folders"))
        {
            return folders;
        }

        using var folder = opener.Open(path, out var problem);
        var entries = new List<FolderEntry>();
        problem = folder?.List(name => PageReader.KindOf(name) is not null && isWanted(name), entries) ?? problem;
        if (problem is not DiskProblem.None)
        {
            Skip(path, PageProblems.OfFolder(problem));
        }

        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (entry.Kind is EntryKind.Folder)
            {
                folders.Add(entry.Name);
            }
            else if (!_isFull)
            {
                Read(node, folder!, entry);
            }
        }

        return folders;
    }

    private void Read(ConfigurationNode node, Folder folder, FolderEntry entry)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = Path.Join(folder.Path, entry.Name);
        var read = entry.Kind is EntryKind.Other ? FileRead.Refused(DiskProblem.Link) : folder.Read(entry.Name, PageReader.MaximumBytes);
        if (!read.IsRead)
        {
            Skip(path, PageProblems.OfFile(read.Problem));
            return;
        }

        _bytes += read.Bytes.Length;
        var megabytes = limits.Bytes / (1024 * 1024);
        if (!IsWithin(_files < limits.Files, $"{limits.Files} pages") || !IsWithin(_bytes <= limits.Bytes, $"{megabytes} MB of pages"))
        {
            return;
        }

        _files++;
        var facts = PageReader.Read(PageReader.KindOf(entry.Name)!.Value, entry.Name, read.Bytes);
        if (facts.HasFindings)
        {
            _pages.Add(new($"{node.Path}/{entry.Name}", path, facts));
        }
    }

    private bool IsWithin(bool isWithin, string limit)
    {
        if (!isWithin)
        {
            _isFull = true;
            _incomplete = string.Create(CultureInfo.InvariantCulture, $"There are more: only the first {limit} were looked at.");
        }

        return isWithin;
    }

    private void Skip(string path, string why)
    {
        if (_skippedCount++ < limits.Skipped)
        {
            _skipped.Add(new(path, why));
        }
    }
}
