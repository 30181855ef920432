using System.Globalization;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit.Verification;

/// <summary>Goes over all records in order and compares them with their chain and with every checkpoint on the way.</summary>
/// <param name="checkpoints">All of them, by size.</param>
/// <param name="name">The log's name.</param>
/// <param name="currentKey">The key that signs now; null where there is none.</param>
internal sealed class VerificationWalk(IReadOnlyList<CheckpointRow> checkpoints, string name, string? currentKey)
{
    private readonly CheckpointSignatures _signatures = new(
        name, CheckpointNote.FirstKey(checkpoints.Where(checkpoint => checkpoint.IsRotation).Select(checkpoint => checkpoint.Text)) ?? currentKey);

    // By the record that states it, until that was met.
    private readonly Dictionary<long, Segment> _archived = [];

    private MerkleFrontier _tree = MerkleFrontier.Empty;
    private AuditRow? _previous;
    private string? _problem;
    private long _archivedTo;
    private int _next;

    public long Records => _tree.Size;

    public long? FirstBad { get; private set; }

    /// <summary>Adds records of which only the hashes are here. Whether that was recorded is seen later.</summary>
    public void Add(Segment segment, IEnumerable<byte[]> leaves)
    {
        if (_problem is not null)
        {
            return;
        }

        if (segment.First != Records + 1)
        {
            Fail(Records + 1, $"Audit record {Records + 1} is missing.");
            return;
        }

        foreach (var leaf in leaves)
        {
            _tree = _tree.Append(leaf);
            if (!CompareWithCheckpoints())
            {
                return;
            }
        }

        if (Records != segment.Last || !_tree.Root().AsSpan().SequenceEqual(segment.Root))
        {
            Fail(segment.First, $"The archived records {segment.First} to {segment.Last} are not those whose hashes were kept.");
        }

        _archived[segment.Record] = segment;
        _archivedTo = segment.Last;
        _previous = segment.LastRow();
    }

    /// <returns>False where it makes no sense to go on.</returns>
    public bool Add(AuditRow row)
    {
        if (_problem is not null)
        {
            return false;
        }

        var expected = Records + 1;
        if (row.Sequence != expected)
        {
            return Fail(expected, $"Audit record {expected} is missing.");
        }

        if (AuditJson.Read(row.Json) is not { } record || !AuditChain.IsIntact(row, record))
        {
            return Fail(row.Sequence, $"Audit record {row.Sequence} is not what was once written.");
        }

        if (!AuditChain.Follows(record, _previous))
        {
            return Fail(row.Sequence, $"Audit record {row.Sequence} does not follow the one before it: one of the two was replaced.");
        }

        if (_archived.Remove(row.Sequence, out var archived) && !archived.Says(record.Segment))
        {
            return Fail(row.Sequence, $"Audit record {row.Sequence} does not say that the records {archived.First} to {archived.Last} were archived.");
        }

        _tree = _tree.Append(MerkleHash.Leaf(row.Json));
        _previous = row;
        return CompareWithCheckpoints();
    }

    /// <summary>What is wrong, once all records were added; null where nothing is.</summary>
    public string? Finish()
    {
        if (_problem is null && _next < checkpoints.Count)
        {
            Fail(Records + 1, string.Create(
                CultureInfo.InvariantCulture,
                $"The newest records are missing: {checkpoints[^1].Size} were signed, {Records} are there. The first one missing is {Records + 1}."));
        }

        // What states an archive may be in a later one itself; the newest is always stated by a record that is here.
        if (_problem is null && _archived.Values.FirstOrDefault(segment => segment.Record > _archivedTo || segment.Last == _archivedTo) is { } archived)
        {
            Fail(archived.First, $"The records {archived.First} to {archived.Last} are missing, and none says that they were archived.");
        }

        return _problem;
    }

    private bool CompareWithCheckpoints()
    {
        if (_next == checkpoints.Count || checkpoints[_next].Size != Records)
        {
            return true;
        }

        var checkpoint = checkpoints[_next++];
        var covered = (_next > 1 ? checkpoints[_next - 2].Size : 0) + 1;
        if (CheckpointNote.Read(checkpoint.Text) is not { } signed || signed.Size != Records || !signed.Root.AsSpan().SequenceEqual(_tree.Root()))
        {
            return Fail(covered, $"The records {covered} to {Records} are not those that were signed: some were rewritten, with their hashes.");
        }

        return _signatures.Accept(checkpoint.Text) || Fail(
            covered, $"The checkpoint over {Records} records is not signed by the audit's key.");
    }

    private bool Fail(long sequence, string problem)
    {
        FirstBad = sequence;
        _problem = problem;
        return false;
    }
}
