using System.Security.Cryptography;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>
/// Goes through a log from its first record to its last: each must have its number, contain the hash of the one before, and all together
/// must give the root of every checkpoint on the way.
/// </summary>
/// <param name="notes">The checkpoints, by size.</param>
/// <param name="key">The key to believe.</param>
/// <param name="since">A checkpoint that was kept elsewhere; null for none.</param>
internal sealed class LogVerifier(IReadOnlyList<SignedNote> notes, PublicKey? key, SignedNote? since)
{
    private readonly Merkle _tree = new();
    private readonly TrustedKey _key = new(key);
    private byte[]? _previousHash;
    private long? _suspect;
    private long _unconfirmed;
    private string? _origin;
    private int _nextNote;
    private string? _opened;

    /// <summary>What is wrong; null as long as nothing is.</summary>
    public VerifyFinding? Finding { get; private set; }

    /// <summary>Records seen, left-out ones included.</summary>
    public long Size => _tree.Size;

    /// <summary>Records whose bytes were seen.</summary>
    public long Records { get; private set; }

    /// <summary>Names that were compared with what records are committed to.</summary>
    public long Names { get; private set; }

    /// <summary>Whether the checkpoint that was kept elsewhere could be compared; true where there is none.</summary>
    public bool IsCompared { get; private set; } = since is null;

    public long Signed => _nextNote == 0 ? 0 : notes[_nextNote - 1].Size;

    /// <returns>False where there is a finding.</returns>
    public bool AddRecord(byte[] bytes)
    {
        var number = Size + 1;
        if (RecordFacts.Read(bytes) is not { } facts)
        {
            return Fail(number, $"Record {number} is no audit record any more.");
        }

        if (facts.Sequence != number)
        {
            return Fail(number, $"Where record {number} should be there is record {facts.Sequence}: one was removed, added or moved.");
        }

        if (_opened is not null && _opened != facts.Who)
        {
            return Fail(number, $"The name that stands before record {number} is not the one it was written with.");
        }

        _opened = null;
        if ((_origin ??= facts.Origin) != facts.Origin)
        {
            return Fail(number, $"Record {number} is of another server's log, {facts.Origin}; the others are of {_origin}.");
        }

        if (!CheckChain(number, facts.Previous))
        {
            return false;
        }

        _previousHash = SHA256.HashData(bytes);
        _unconfirmed = number;
        Records++;
        _tree.TryAdd(0, Merkle.LeafHash(bytes));
        return CompareWithNotes();
    }

    /// <summary>Adds what the next record's commitment to a name must come out as.</summary>
    public bool AddOpening(NameOpening opening)
    {
        if (_opened is not null)
        {
            return Fail(Size + 1, $"Before record {Size + 1} there are two names.");
        }

        _opened = opening.Commitment();
        Names++;
        return true;
    }

    /// <summary>Adds records that are only there as the root of their subtree.</summary>
    public bool AddLeftOut(int level, byte[] hash)
    {
        var number = Size + 1;
        if (_suspect is { } suspect)
        {
            return Fail(suspect, $"Record {suspect} is not what was once written: the next one was chained to something else.");
        }

        if (_opened is not null || !_tree.TryAdd(level, hash))
        {
            return Fail(number, $"What stands for the records from {number} on is no part of a tree.");
        }

        _previousHash = null;
        return CompareWithNotes();
    }

    /// <summary>Adds records that are in an archive, by their hashes.</summary>
    public bool AddArchived(ArchivedSegment segment, IEnumerable<byte[]> leaves)
    {
        if (segment.First != Size + 1)
        {
            return Fail(Size + 1, $"Record {Size + 1} is missing.");
        }

        foreach (var leaf in leaves)
        {
            _tree.TryAdd(0, leaf);
            if (!CompareWithNotes())
            {
                return false;
            }
        }

        if (Size != segment.Last || !segment.Root.AsSpan().SequenceEqual(_tree.Root()))
        {
            return Fail(segment.First, $"The archived records {segment.First} to {segment.Last} are not those whose hashes were kept.");
        }

        _previousHash = segment.LastHash;
        return true;
    }

    /// <summary>To be called after the last record.</summary>
    public void Finish()
    {
        if (Finding is null && _suspect is { } suspect)
        {
            Fail(suspect, $"Record {suspect} is not what was once written: the next one was chained to something else.");
        }

        if (Finding is null && _opened is not null)
        {
            Fail(Size + 1, "After the last record there is a name that belongs to none.");
        }

        if (Finding is null && since is not null && Size < since.Size)
        {
            Fail(Size + 1, $"Record {Size + 1} is missing: the checkpoint you kept covers {since.Size} records, {Size} are there.");
        }

        if (Finding is null && _nextNote < notes.Count)
        {
            Fail(Size + 1, $"Record {Size + 1} is missing: {notes[^1].Size} records were signed, {Size} are there.");
        }
    }

    private bool CheckChain(long number, string previous)
    {
        if (_suspect is { } suspect)
        {
            // The record that did not fit is itself confirmed by this one, or it is the bad one.
            var bad = previous == Convert.ToHexStringLower(_previousHash!) ? suspect : suspect + 1;
            return Fail(bad, $"Record {bad} is not what was once written: the chain breaks there.");
        }

        var expected = _previousHash is null ? null : Convert.ToHexStringLower(_previousHash);
        if (number == 1 && previous.Trim('0').Length > 0)
        {
            return Fail(1, "Record 1 follows another record: the beginning is missing.");
        }

        if (expected is not null && previous != expected)
        {
            _suspect = number - 1;
        }

        return true;
    }

    private bool CompareWithNotes()
    {
        if (since is not null && Size == since.Size)
        {
            IsCompared = true;
            if (!since.Root.AsSpan().SequenceEqual(_tree.Root()))
            {
                return Fail(null, $"The first {since.Size} records are not those of the checkpoint you kept: this is another history.");
            }
        }

        while (_nextNote < notes.Count && notes[_nextNote].Size <= Size)
        {
            var note = notes[_nextNote];
            var bad = _suspect ?? Math.Max(_unconfirmed, 1);
            if (note.Size < Size || !note.Root.AsSpan().SequenceEqual(_tree.Root()))
            {
                return Fail(bad, $"The first {note.Size} records are not those that were signed: record {bad} was changed, or more before it with all that follows.");
            }

            if (_origin is not null && note.Name != $"session-state-audit/{Uri.EscapeDataString(_origin)}")
            {
                return Fail(bad, $"The records are of the log of {_origin}, the checkpoint is of {note.Name}.");
            }

            if (_key.Check(note) is { } problem)
            {
                return Fail(null, problem);
            }

            _nextNote++;
        }

        return true;
    }

    private bool Fail(long? record, string text)
    {
        Finding = new(record, text);
        return false;
    }
}

/// <summary>What is wrong with a log.</summary>
/// <param name="FirstBad">The first record that is not as it was written; null where none can be named.</param>
/// <param name="Text">What is wrong, in a sentence.</param>
internal sealed record VerifyFinding(long? FirstBad, string Text);
