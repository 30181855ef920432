using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit.Checkpoints;

/// <summary>The newest checkpoint, with what a witness needs who keeps an earlier one.</summary>
internal sealed class AuditProofs(AuditReader audit, AuditCheckpoints checkpoints)
{
    public ServiceResult<AuditCheckpoint> Read(long? since)
    {
        if (!checkpoints.Sign().Succeeded(out var newest, out var problem))
        {
            return problem;
        }

        if (since is { } earlier && (earlier < 1 || earlier > newest.Size))
        {
            return Problems.Invalid("since", $"The audit has {newest.Size} signed records; a proof begins with 1 to {newest.Size} of them, not {earlier}.");
        }

        return audit.Read<AuditCheckpoint>(context => new AuditCheckpoint(
            newest.Size,
            DateTimeOffset.FromUnixTimeMilliseconds(newest.At),
            newest.Text,
            checkpoints.PublicKey?.Verifier ?? "",
            checkpoints.PublicKey?.Pem ?? "",
            [.. context.Checkpoints.AsNoTracking()
                .Where(checkpoint => checkpoint.IsRotation && checkpoint.Size <= newest.Size)
                .OrderBy(checkpoint => checkpoint.Size)
                .Select(checkpoint => checkpoint.Text)],
            since is { } from ? [.. new AuditTree(context).Consistency(from, newest.Size).Select(Convert.ToBase64String)] : null));
    }
}
