using SessionState.Engine.Text;

namespace SessionState.Files;

/// <summary>
/// One server's configuration files: reads them into an immutable snapshot, keeps it up to date, and changes files safely. Thread-safe.
/// </summary>
public sealed class ConfigurationSet : IAsyncDisposable
{
    private ConfigurationSet()
    {
    }

    /// <summary>Raised after each new snapshot: one at a time, in order, never twice for the same.</summary>
    public event Action<SnapshotChanged>? Changed;

    /// <summary>Raised where watching met an error that nobody foresaw; watching goes on.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>What the set was loaded with.</summary>
    public ConfigurationSetOptions Options => throw new NotImplementedException();

    /// <summary>The newest snapshot. While applicationHost.config is malformed it holds the server node with the reason, as IIS then serves nothing.</summary>
    public ConfigurationSnapshot Current => throw new NotImplementedException();

    /// <summary>The newest snapshot with a readable applicationHost.config; null where there was none yet.</summary>
    public ConfigurationSnapshot? LastGood => throw new NotImplementedException();

    /// <summary>Reads a server's files. Bad content becomes diagnostics in the snapshot; only a missing applicationHost.config is a failure.</summary>
    public static LoadResult Load(ConfigurationSetOptions options, TimeProvider time) => throw new NotImplementedException();

    /// <summary>Starts noticing changes that others make. Call it once.</summary>
    public void StartWatching() => throw new NotImplementedException();

    /// <summary>Looks for changes on the disk now and publishes them.</summary>
    /// <returns>True where there is a new snapshot.</returns>
    public bool Refresh() => throw new NotImplementedException();

    /// <summary>A file of the set as it is on the disk now; null where it is missing, cannot be read or is not of this set.</summary>
    public FileContent? ReadContent(string file) => throw new NotImplementedException();

    /// <summary>The text of <see cref="ReadContent"/>. For planning use <see cref="SnapshotTexts"/>, which compares it with a snapshot.</summary>
    public SourceText? ReadText(string file) => ReadContent(file)?.Text;

    /// <summary>
    /// Takes the right to change this set, waiting up to ten seconds for others, in this and other processes. Under it: refresh, plan, commit.
    /// </summary>
    /// <returns>Null where it stayed taken, or where the set has no history folder.</returns>
    public ChangeLock? TryLock(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Writes files: all of them or none, never half a file, and only onto the bytes that the change was worked out on.</summary>
    /// <param name="request">The files.</param>
    /// <param name="held">The right to change, where the caller has it already; null: taken for this call.</param>
    public CommitResult Commit(CommitRequest request, ChangeLock? held = null) => throw new NotImplementedException();

    /// <summary>The copy that was kept of a file before it was changed; null where there is none.</summary>
    /// <param name="hash">SHA-256 of its bytes (hexadecimal).</param>
    public byte[]? ReadBackup(string hash) => throw new NotImplementedException();

    /// <summary>Stops watching.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal void Publish(SnapshotChanged change) => Changed?.Invoke(change);

    internal void Report(Exception fault) => Faulted?.Invoke(fault);
}
