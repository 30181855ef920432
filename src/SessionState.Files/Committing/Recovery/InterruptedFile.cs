using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing.Recovery;

/// <summary>
/// One file of an interrupted commit: found as the crash left it, then brought forwards or backwards. Each step may itself be interrupted
/// and is done again the next time.
/// </summary>
internal sealed partial class InterruptedFile(Disk disk, History history, JournalEntry entry) : IDisposable
{
    private readonly string _name = Path.GetFileName(entry.File);
    private Folder? _folder;
    private RecoveredFileState _beside;

    public string File => entry.File;

    /// <summary>What is under the file's own name.</summary>
    public RecoveredFileState State { get; private set; } = RecoveredFileState.Unreachable;

    /// <summary>The system's words for <see cref="RecoveredFileState.Unreachable"/>.</summary>
    public string? Detail { get; private set; }

    public bool IsNeither => State is RecoveredFileState.Other or RecoveredFileState.Missing;

    // Before the exchange the new version is beside the file; after it the old one is, or nothing any more.
    public bool CanGoForward => State switch
    {
        RecoveredFileState.Before => _beside is RecoveredFileState.After,
        RecoveredFileState.After => _beside is not RecoveredFileState.Other,
        _ => false,
    };

    public bool CanGoBack => State switch
    {
        RecoveredFileState.Before => true,
        RecoveredFileState.After => entry.IsNew
            || _beside is RecoveredFileState.Before or RecoveredFileState.Other
            || history.Read(entry.Before!) is not null,
        _ => false,
    };

    private Folder Folder => _folder ?? throw new InvalidOperationException("Not found.");

    public void Look()
    {
        _folder ??= disk.OpenFolder(Path.GetDirectoryName(File)!, out var problem) ?? Unreachable(problem);
        if (_folder is null)
        {
            return;
        }

        _folder.CompleteExchange(entry.Temporary, _name);
        RemoveSecondName();
        State = StateOf(_name);
        _beside = StateOf(entry.Temporary);
        if (entry.IsNew && State is RecoveredFileState.Missing)
        {
            State = RecoveredFileState.Before;
        }
    }

    public RecoveredFile ToResult() => new(File, entry.Before, entry.After, State);

    public void Dispose() => _folder?.Dispose();

    private Folder? Unreachable(DiskProblem problem)
    {
        Detail = $"{Path.GetDirectoryName(File)} cannot be entered: {problem.ToString().ToLowerInvariant()}";
        return null;
    }

    /// <summary>A new file gets its name beside the temporary one where a disk cannot rename without overwriting.</summary>
    private void RemoveSecondName()
    {
        if (entry.IsNew
            && Folder.StampOf(_name) is { Inode: > 0 } stamp
            && Folder.StampOf(entry.Temporary) is { } temporary
            && temporary.Inode == stamp.Inode)
        {
            Folder.Delete(entry.Temporary);
        }
    }

    private RecoveredFileState StateOf(string name)
    {
        var read = Folder.Read(name, ConfigurationFileReader.ApplicationHostLimit);
        switch (read.Problem)
        {
            case DiskProblem.None:
                var hash = ContentHash.Of(read.Bytes).ToString();
                return hash == entry.After ? RecoveredFileState.After
                    : hash == entry.Before ? RecoveredFileState.Before
                    : RecoveredFileState.Other;
            case DiskProblem.Missing:
                return RecoveredFileState.Missing;
            case DiskProblem.Denied or DiskProblem.Failed:
                Detail = $"{Path.Join(Folder.Path, name)} cannot be read: {read.Detail}";
                return RecoveredFileState.Unreachable;
            default:
                return RecoveredFileState.Other; // a link, a folder, a file being written: somebody is at work here
        }
    }
}
