using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;

namespace SessionState.Service.Audit.Keys;

/// <summary>
/// Replaces the signing key: records it, and signs that with the old key and the new one, so that whoever trusts the old one can trust
/// the new. A lost key is replaced, too, but nobody vouches for its successor: auditors must be given it.
/// </summary>
internal sealed class AuditKeyRotation(
    AuditOpening opening, AuditDatabase database, AuditLog log, AuditOrigin origin, AuditKeeping keeping, TimeProvider time)
{
    private string? _problem;
    private string? _verifier;

    /// <summary>The new public key, in one line; null, with the reason, where the key was not replaced.</summary>
    public string? Run(out string problem)
    {
        if (keeping.MayCreateKey)
        {
            opening.Run(Rotate);
            _problem ??= _verifier is null ? log.ReadOnlyReason : null;
        }
        else
        {
            _problem = $"The key {keeping.KeyFile} is kept by somebody else (Service:AuditKeyFile), so it is not replaced here.";
        }

        problem = _problem ?? "";
        return _verifier;
    }

    private void Rotate(AuditDbContext context, AuditHead head)
    {
        var last = SignedPast.Newest(context);
        if (SignedPast.Contradiction(context, head, last?.Text) is { } contradiction)
        {
            _problem = contradiction;
            return;
        }

        var name = CheckpointNote.Name(origin.Name);
        using var old = TakeOld(last, SignedPast.Key(context), name);
        using var next = AuditKeyFile.TryLoad(keeping.NextKeyFile, out _) ?? AuditKeyFile.Create(keeping.NextKeyFile);
        log.Open(head, openIntent: null);
        var row = log.TryAppend(Record(old?.Verifier(name), next.Verifier(name)));
        if (row is null || log.Head is not { } end)
        {
            _problem = log.ReadOnlyReason;
            return;
        }

        var note = CheckpointNote.WriteRotation(name, end.Sequence, end.Tree.Root(), old, next);
        Keep(new() { Size = end.Sequence, At = time.GetUtcNow().ToUnixTimeMilliseconds(), Text = note, IsRotation = true });
        AuditKeyFile.Succeed(keeping);
        new LastCheckpointFile(keeping.LastCheckpointFile).Write(note);
        _verifier = next.Verifier(name);
    }

    private void Keep(CheckpointRow rotation)
    {
        using var context = database.CreateDbContext();
        context.Checkpoints.Add(rotation);
        context.SaveChanges();
    }

    // Only the key that signed so far can vouch for the next.
    private AuditKey? TakeOld(CheckpointRow? last, string? expected, string name)
    {
        var old = AuditKeyFile.TryLoad(keeping.KeyFile, out _, whoever: true);
        if (old is not null
            && (last is null || old.HasSigned(last.Text, name))
            && (expected is null || old.Verifier(name) == expected))
        {
            return old;
        }

        old?.Dispose();
        return null;
    }

    private static AuditRecord Record(string? old, string next) => new()
    {
        Type = AuditType.Key,
        Actor = AuditActor.Service,
        Via = AuditVia.Service,
        Res = new("key-replaced", $"The key that signs the audit was replaced: {old ?? "(lost)"} by {next}."),
    };
}
