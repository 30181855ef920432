using SessionState.Engine.Hierarchy;
using SessionState.Files.Committing;
using SessionState.Files.Disks;
using SessionState.Files.Reading;
using SessionState.Files.Watching;

namespace SessionState.Files;

/// <summary>
/// One server's configuration files: reads them into an immutable snapshot, keeps it up to date, and changes files safely. Thread-safe.
/// </summary>
public sealed partial class ConfigurationSet : IAsyncDisposable
{
    private readonly Disk _disk;
    private readonly TimeProvider _time;
    private readonly LiveFiles _files;
    private readonly ChangeQueue _changes;
    private readonly HalfWritten _halfWritten = new();
    private readonly ChangeFolder? _changing;
    private readonly HashSweep _hashes;

    /// <summary>Held while looking at the disk; taken before <see cref="_gate"/>.</summary>
    private readonly Lock _look = new();

    /// <summary>
    /// Held while <see cref="_files"/> changes: by a look that found something, and by a commit, whose own writing no look may report.
    /// </summary>
    private readonly Lock _gate = new();

    private Watcher? _watcher;
    private DateTimeOffset _lookedAt;

    private ConfigurationSet(
        ConfigurationSetOptions options, Disk disk, LiveFiles files, TimeProvider time, ChangeFolder? changing, RecoveryReport recovery)
    {
        Options = options;
        _disk = disk;
        _files = files;
        _time = time;
        _hashes = new(disk, time);
        _lookedAt = time.GetUtcNow();
        _changes = new(change => Changed?.Invoke(change));
        Current = files.Current;
        LastGood = files.LastGood;
        _changing = changing;
        Recovery = recovery;
    }

    /// <summary>Raised after each new snapshot: one at a time and in order.</summary>
    public event Action<SnapshotChanged>? Changed;

    /// <summary>
    /// Raised where watching met an error that nobody foresaw, or a handler of <see cref="Changed"/> threw; watching goes on.
    /// </summary>
    public event Action<Exception>? Faulted;

    /// <summary>
    /// Asked for a mark while a change is taken over, before any later one can be made: it tells what was recorded before the change and what
    /// after it.
    /// </summary>
    public Func<long>? Mark { get; set; }

    /// <summary>What the set was loaded with.</summary>
    public ConfigurationSetOptions Options { get; }

    /// <summary>
    /// The newest snapshot. While applicationHost.config is malformed it holds the server node with the reason, as IIS then serves nothing.
    /// </summary>
    public ConfigurationSnapshot Current { get; private set; }

    /// <summary>
    /// The newest snapshot with a readable applicationHost.config, to be shown with a warning meanwhile; null where there was none yet.
    /// </summary>
    public ConfigurationSnapshot? LastGood { get; private set; }

    /// <summary>When everything was last looked at for changes that others made.</summary>
    public DateTimeOffset LookedAt
    {
        get
        {
            lock (_look)
            {
                return _lookedAt;
            }
        }
    }

    /// <summary>
    /// Reads a server's files. Bad content becomes diagnostics in the snapshot; only a missing applicationHost.config is a failure.
    /// </summary>
    /// <param name="options">Which files.</param>
    /// <param name="time">The clock.</param>
    public static LoadResult Load(ConfigurationSetOptions options, TimeProvider time) => Load(options, time, Disk.Native);

    internal static LoadResult Load(ConfigurationSetOptions options, TimeProvider time, Disk disk)
    {
        try
        {
            var recovery = Recover(disk, options.HistoryFolder, time);
            if (LiveFiles.Load(disk, options, time, out var problem) is not { } files)
            {
                return LoadResult.Failed(problem!);
            }

            var changing = options.HistoryFolder is { } folder ? ChangeFolder.Open(disk, folder, time) : null;
            RemoveLeftovers(changing, files);
            return LoadResult.Loaded(new(options, disk, files, time, changing, recovery));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CommitRefusal)
        {
            return LoadResult.Failed(FileProblems.DescribeHistory(options.HistoryFolder!, exception.Message));
        }
    }

    /// <summary>Starts noticing changes that others make. Call it once.</summary>
    public void StartWatching()
    {
        var trees = _files.Map.Forest.Tops;
        _watcher = new(
            hints => hints.Watch(_files.HostPath, [.. trees.Select(tree => tree.Path)], trees.Sum(FolderForest.Count)),
            () => Look(_halfWritten) is var _ && _halfWritten.Any,
            exception => Faulted?.Invoke(exception),
            _time);
    }

    /// <summary>Looks for changes on the disk now and publishes them, malformed files included.</summary>
    /// <returns>True where there is a new snapshot.</returns>
    public bool Refresh() => Look(patience: null);

    /// <summary>Looks for changes where a file that counts for this node may have one: what is answered about it is then what is on the disk.</summary>
    public void LookAt(ConfigurationNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (_files.FindOther(node) is { } others)
        {
            Look(_halfWritten, others);
        }
    }

    /// <summary>When a file says that it was last written; null where it is gone, or does not tell.</summary>
    public DateTimeOffset? LastWritten(string file) => _disk.StampOf(file) is { Modified: > 0 } stamp
        ? DateTimeOffset.UnixEpoch.AddTicks(stamp.Modified / 100)
        : null;

    /// <summary>Stops watching.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null)
        {
            await _watcher.DisposeAsync();
        }
    }

    /// <summary>One look at the disk.</summary>
    /// <param name="patience">For files that may be half written; null: everything is taken as it is.</param>
    internal bool Look(HalfWritten? patience)
    {
        var found = false;
        lock (_look)
        {
            var now = _time.GetUtcNow();
            var changed = Sweep.FindChanged(_disk, _files.Map.Forest.Tops);
            var rewritten = _hashes.FindRewritten(_files.Map.Forest.Tops, _files.ServerFiles);
            lock (_gate)
            {
                rewritten.Folders.ForEach(folder => folder.Distrust());
                rewritten.Files.ForEach(file => file.Distrust());
                if (_files.Update([.. changed, .. rewritten.Folders.Except(changed)], patience) is { } change)
                {
                    found = true;
                    var isHidden = rewritten.Folders.Count + rewritten.Files.Count > 0;
                    Publish(change with { UnchangedAt = isHidden ? _hashes.Last : _lookedAt });
                }
            }

            _lookedAt = now;
        }

        _changes.Deliver();
        return found;
    }

    // Just there: a look at everything takes a stat for each of some ten thousand folders.
    private void Look(HalfWritten patience, List<ScannedFolder> folders)
    {
        lock (_look)
        {
            lock (_gate)
            {
                if (_files.Update(folders, patience) is { } change)
                {
                    Publish(change with { UnchangedAt = _lookedAt });
                }
            }
        }

        _changes.Deliver();
    }

    private void Publish(SnapshotChanged change)
    {
        Current = change.After;
        LastGood = _files.LastGood;
        _changes.Post(change with { Mark = Mark?.Invoke() ?? 0 });
    }

    /// <summary>What an interrupted commit left is finished before anything is read.</summary>
    private static RecoveryReport Recover(Disk disk, string? history, TimeProvider time)
    {
        if (!Directory.Exists(history))
        {
            return RecoveryReport.Nothing;
        }

        var changing = ChangeFolder.Open(disk, history, time);
        using var taken = changing.TryLock(TimeSpan.Zero, default);

        // Whoever holds the lock is at work with a journal right now; the next one to take it sees to what is left.
        return taken is null ? RecoveryReport.Nothing : changing.Recover();
    }

    private static void RemoveLeftovers(ChangeFolder? changing, LiveFiles files)
    {
        // Whoever holds the lock is at work with such files right now.
        using var taken = changing?.TryLock(TimeSpan.Zero, default);
        if (taken is not null)
        {
            changing!.RemoveLeftovers(files.Leftovers);
        }
    }
}
