using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Audit.Verification;

/// <summary>Follows the key through its changes: a checkpoint counts where the key of its time signed it.</summary>
internal sealed class CheckpointSignatures(string name, string? firstKey)
{
    private AuditPublicKey? _key = AuditPublicKey.Parse(firstKey);

    public bool Accept(string note)
    {
        var accepted = _key?.Verifies(note, name) ?? false;
        if (CheckpointNote.NextKey(note) is { } next)
        {
            // Where the old key was lost the new one can only vouch for itself; an auditor's copy of the old key shows it.
            var key = AuditPublicKey.Parse(next);
            accepted = (accepted || CheckpointNote.FirstKey([note]) is null) && (key?.Verifies(note, name) ?? false);
            _key = key;
        }

        return accepted;
    }
}
