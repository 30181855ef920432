using Microsoft.EntityFrameworkCore;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit.Checkpoints;

/// <summary>What was signed before, and whether the records still are that. Nothing is ever signed that contradicts it.</summary>
internal static class SignedPast
{
    public static CheckpointRow? Newest(AuditDbContext context) =>
        context.Checkpoints.AsNoTracking().OrderByDescending(checkpoint => checkpoint.Size).FirstOrDefault();

    /// <summary>The key that the newest change of keys names; null where there was none.</summary>
    public static string? Key(AuditDbContext context) => context.Checkpoints.AsNoTracking()
        .Where(checkpoint => checkpoint.IsRotation)
        .OrderByDescending(checkpoint => checkpoint.Size)
        .FirstOrDefault() is { } rotation
        ? CheckpointNote.NextKey(rotation.Text)
        : null;

    /// <summary>Why the records do not fit a checkpoint, in two sentences; null where they do, or where nothing was signed.</summary>
    public static string? Contradiction(AuditDbContext context, AuditHead head, string? signed)
    {
        if (signed is null)
        {
            return null;
        }

        if (CheckpointNote.Read(signed) is not { } checkpoint)
        {
            return "The newest checkpoint of the audit is damaged. Nothing is changed until an administrator has looked into it.";
        }

        var tree = new AuditTree(context);
        return checkpoint.Size <= head.Sequence
            && tree.Root(checkpoint.Size).AsSpan().SequenceEqual(checkpoint.Root)
            && tree.Root(head.Sequence).AsSpan().SequenceEqual(head.Tree.Root())
            ? null
            : $"The audit's records are not those that were signed: the checkpoint over {checkpoint.Size} records does not fit them. "
                + "Records were changed or removed, or an old copy of the database was put back. "
                + "Nothing is changed until an administrator has looked into it.";
    }
}
