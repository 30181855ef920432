using SessionState.Engine.Text;
using SessionState.Files.Committing;

namespace SessionState.Files;

public sealed partial class ConfigurationSet
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    /// <summary>Called before each step of a commit; for tests.</summary>
    internal Action<CommitStep, string>? Failpoint { get; set; }

    /// <summary>A file of the set as it is on the disk now; null where it is missing, cannot be read or is not of this set.</summary>
    /// <param name="file">applicationHost.config, or the web.config of a folder of the set.</param>
    public FileContent? ReadContent(string file)
    {
        return _files.Read(file) is { IsRead: true } read
            ? new(read.Bytes, ContentHash.Of(read.Bytes).ToString(), SourceText.Decode(read.Bytes, file, out _))
            : null;
    }

    /// <summary>
    /// The text of <see cref="ReadContent"/>. For planning use <see cref="SnapshotTexts"/>, which compares it with a snapshot.
    /// </summary>
    public SourceText? ReadText(string file) => ReadContent(file)?.Text;

    /// <summary>
    /// Takes the right to change this set, waiting up to ten seconds for others, in this and other processes. Under it: refresh, plan,
    /// commit.
    /// </summary>
    /// <returns>Null where it stayed taken, or where the set has no history folder.</returns>
    public ChangeLock? TryLock(CancellationToken cancellation = default)
    {
        try
        {
            return _locks?.TryTake(LockPatience, cancellation);
        }
        catch (CommitRefusal)
        {
            return null; // the history folder was there when the set was loaded; without it nobody may write
        }
    }

    /// <summary>Writes files: all of them or none, never half a file, and only onto the bytes that the change was worked out on.</summary>
    /// <param name="request">The files.</param>
    /// <param name="held">The right to change, where the caller has it already; null: taken for this call.</param>
    public CommitResult Commit(CommitRequest request, ChangeLock? held = null)
    {
        try
        {
            if (_history is null)
            {
                throw CommitProblems.NoHistory();
            }

            if (request.Files.FirstOrDefault(file => !_files.Owns(file.File)) is { } foreign)
            {
                throw CommitProblems.NotOfThisSet(foreign.File);
            }

            if (request.Files.Length == 0)
            {
                return new(CommitOutcome.Committed, "", null, null, Current);
            }

            using var taken = held is { IsHeld: true } ? null : TryLock() ?? throw CommitProblems.LockTaken();
            return Write(request, _history);
        }
        catch (CommitRefusal refusal)
        {
            return refusal.ToResult();
        }
    }

    /// <summary>The copy that was kept of a file before it was changed; null where there is none.</summary>
    /// <param name="hash">SHA-256 of its bytes (hexadecimal).</param>
    public byte[]? ReadBackup(string hash) => _history?.Read(hash);

    private CommitResult Write(CommitRequest request, History history)
    {
        lock (_gate)
        {
            if (new Committer(_disk, history, Failpoint).Write(request.Files, _files.LimitOf) is { } failure)
            {
                return failure;
            }

            Publish(_files.Accept(request));
        }

        _changes.Deliver();
        return new(CommitOutcome.Committed, "", null, null, Current);
    }

    private void RemoveLeftovers()
    {
        if (_history is null || _locks is null)
        {
            return;
        }

        // Whoever holds the lock is at work with such files right now.
        using var taken = _locks.TryTake(TimeSpan.Zero, default);
        if (taken is not null)
        {
            Leftovers.Remove(_disk, _history, _files.Leftovers);
        }
    }
}
