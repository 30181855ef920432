using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing.Journals;

/// <summary>
/// The journals in the history folder. The commit that holds the lock has one under a fixed name; those that no recovery could finish are set
/// aside in a folder, because they concern their own files only. To be used under the lock.
/// </summary>
/// <param name="reached">Called at each boundary; see <see cref="CommitStep"/>.</param>
internal sealed class JournalStore(Disk disk, History history, Action<CommitStep> reached)
{
    private const string ActiveName = "journal";
    private const string AsideFolder = "unfinished";
    private const int MostBytes = 64_000_000;

    private readonly string _aside = Path.Join(history.Folder, AsideFolder);

    /// <summary>A crash, or a failure that could not be taken back, left a journal.</summary>
    public bool HasActive
    {
        get
        {
            using var folder = history.OpenFolder();
            return folder.StampOf(ActiveName) is not null;
        }
    }

    /// <summary>
    /// Writes the journal of a commit whose files are all prepared, down to the disk, together with the names of the copies in the same folder.
    /// </summary>
    /// <exception cref="DiskException">There is no journal.</exception>
    public void Write(Journal journal)
    {
        using var folder = history.OpenFolder();
        reached(CommitStep.WriteJournal);
        var temporary = TemporaryName.Create();
        folder.WriteNew(temporary, JournalFormat.Write(journal), FileRights.OfFolder);
        try
        {
            reached(CommitStep.NameJournal);
            folder.MoveNew(temporary, ActiveName);
        }
        catch (DiskException)
        {
            folder.Delete(temporary);
            throw;
        }

        try
        {
            reached(CommitStep.FlushJournal);
            folder.Flush();
        }
        catch (DiskException)
        {
            Remove();
            throw;
        }
    }

    /// <summary>Replaces a journal by another version of itself.</summary>
    public void Rewrite(JournalFile file, Journal journal)
    {
        using var folder = OpenFolderOf(file);
        Replace(folder, NameOf(file), journal);
    }

    /// <summary>Writes down that the commit under way is being taken back.</summary>
    public void TurnBack(Journal journal) =>
        Rewrite(new(journal.Id, journal, IsActive: true), journal with { Direction = JournalDirection.Back });

    /// <summary>Removes the journal of the commit under way, down to the disk.</summary>
    public void Remove() => Remove(new("", null, IsActive: true));

    public void Remove(JournalFile file)
    {
        using var folder = OpenFolderOf(file);
        folder.Delete(NameOf(file));
        reached(CommitStep.FlushJournalRemoval);
        folder.Flush();
    }

    /// <summary>Every journal there is.</summary>
    public IReadOnlyList<JournalFile> ReadAll()
    {
        using var folder = history.OpenFolder();
        return Read(folder, ActiveName) is { } active ? [active, .. ReadAside()] : ReadAside();
    }

    /// <summary>Those that were set aside.</summary>
    public IReadOnlyList<JournalFile> ReadAside()
    {
        using var folder = disk.OpenFolder(_aside, out var problem);
        if (folder is null)
        {
            return problem is DiskProblem.Missing ? [] : throw new DiskException("open", DiskFailure.Other, $"the folder {_aside} cannot be opened");
        }

        var entries = new List<FolderEntry>();
        folder.List(name => !TemporaryName.IsOne(name), entries);
        return [.. entries.Select(entry => entry.Name).Order(StringComparer.Ordinal).Select(name => Read(folder, name)).OfType<JournalFile>()];
    }

    /// <summary>Makes room for other commits: what the active journal says holds on among those that wait for a person.</summary>
    public void SetAside(JournalFile file)
    {
        if (!file.IsActive)
        {
            return;
        }

        using var folder = history.OpenFolder();
        using var aside = OpenOrCreateAside(folder);
        var read = folder.Read(ActiveName, MostBytes);
        if (!read.IsRead)
        {
            throw new DiskException("read", DiskFailure.Other, read.Detail ?? $"{read.Problem}");
        }

        // Copied first: two are harmless, none would not be.
        var name = NameOf(file with { IsActive = false });
        Put(aside, name, read.Bytes);
        Remove();
    }

    private static string NameOf(JournalFile file) => file.IsActive ? ActiveName : file.Id;

    private static void Replace(Folder folder, string name, Journal journal) => Put(folder, name, JournalFormat.Write(journal));

    private static void Put(Folder folder, string name, byte[] bytes)
    {
        var temporary = TemporaryName.Create();
        folder.WriteNew(temporary, bytes, FileRights.OfFolder);
        folder.Replace(temporary, name);
        folder.Flush();
    }

    private static JournalFile? Read(Folder folder, string name)
    {
        var read = folder.Read(name, MostBytes);
        if (read.Problem is DiskProblem.Missing)
        {
            return null;
        }

        var isActive = name is ActiveName;
        var journal = JournalFormat.Read(read.Bytes);
        var id = !isActive ? name : journal?.Id ?? "damaged-" + ContentHash.Of(read.Bytes).ToString()[..16];
        return new(id, journal, isActive);
    }

    private Folder OpenFolderOf(JournalFile file) => file.IsActive
        ? history.OpenFolder()
        : disk.OpenFolder(_aside, out _) ?? throw new DiskException("open", DiskFailure.Other, $"the folder {_aside} cannot be opened");

    private Folder OpenOrCreateAside(Folder parent)
    {
        try
        {
            Directory.CreateDirectory(_aside);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiskException("create", DiskFailure.Other, exception.Message);
        }

        parent.Flush();
        return disk.OpenFolder(_aside, out _) ?? throw new DiskException("open", DiskFailure.Other, $"the folder {_aside} cannot be opened");
    }
}
