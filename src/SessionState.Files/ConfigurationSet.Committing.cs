using SessionState.Engine.Text;
using SessionState.Files.Committing;

namespace SessionState.Files;

public sealed partial class ConfigurationSet
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What the newest recovery found of interrupted commits and did about them: that of <see cref="Load(ConfigurationSetOptions,
    /// TimeProvider)"/>, or a later one that had something to do, because another process crashed or a disk failed.
    /// </summary>
    public RecoveryReport Recovery { get; private set; } = RecoveryReport.Nothing;

    /// <summary>Called at each boundary of a commit; for tests.</summary>
    internal Action<CommitStep, string>? Failpoint
    {
        set => _changing!.Failpoint = value;
    }

    /// <summary>A file of the set as it is on the disk now; null where it is missing, cannot be read or is not of this set.</summary>
    /// <param name="file">applicationHost.config, or the web.config of a folder of the set.</param>
    public FileContent? ReadContent(string file)
    {
        return _files.Read(file) is { IsRead: true } read
            ? new(read.Bytes, ContentHash.Of(read.Bytes).ToString(), SourceText.Decode(read.Bytes, file, out _))
            : null;
    }

    /// <summary>SHA-256 of a file of the set as it is on the disk now (hexadecimal); null as for <see cref="ReadContent"/>.</summary>
    public string? HashOnDisk(string file) => _files.Read(file) is { IsRead: true } read ? ContentHash.Of(read.Bytes).ToString() : null;

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
            return _changing is null ? null : TakeLock(_changing, cancellation);
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
            if (_changing is null)
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

            using var taken = held is { IsHeld: true } ? null : TakeLock(_changing, default) ?? throw CommitProblems.LockTaken();
            _changing.CheckJournals(request.Files, Recovery);
            return Write(request, _changing);
        }
        catch (CommitRefusal refusal)
        {
            return refusal.ToResult();
        }
    }

    /// <summary>The copy that was kept of a file before it was changed; null where there is none.</summary>
    /// <param name="hash">SHA-256 of its bytes (hexadecimal).</param>
    public byte[]? ReadBackup(string hash) => _changing?.History.Read(hash);

    private ChangeLock? TakeLock(ChangeFolder changing, CancellationToken cancellation)
    {
        if (changing.TryLock(LockPatience, cancellation) is not { } taken)
        {
            return null;
        }

        try
        {
            Recovery = changing.RecoverLast() ?? Recovery;
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private CommitResult Write(CommitRequest request, ChangeFolder changing)
    {
        CommitResult written;
        lock (_gate)
        {
            var result = changing.Write(request.Files, _files.LimitOf);
            if (!result.IsCommitted)
            {
                return result;
            }

            Publish(_files.Accept(request));
            written = result with { Snapshot = Current };
        }

        _changes.Deliver();
        return written;
    }
}
