using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;

namespace SessionState.Service.Audit.Verification;

/// <summary>Verifies the whole live audit: bytes, columns, chain, tree and signatures. One at a time, because it reads everything.</summary>
internal sealed class AuditVerifier(AuditDatabase database, AuditCheckpoints checkpoints) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<ServiceResult<AuditVerification>> VerifyAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new Problem(ProblemCodes.Busy, "The audit is being verified already", "One verification runs at a time.", 423)
            {
                Remedy = "Wait for its end, then look at that.",
            };
        }

        try
        {
            return await Task.Run(() => Verify(cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ServiceResult<AuditVerification> Verify(CancellationToken cancellationToken)
    {
        try
        {
            using var context = database.CreateDbContext();

            // One transaction: a record that is written meanwhile is not half of the answer.
            using var moment = context.Database.BeginTransaction(System.Data.IsolationLevel.Serializable);
            var signed = context.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.Size).ToList();
            var walk = new VerificationWalk(signed, checkpoints.Name, checkpoints.PublicKey?.Verifier);
            foreach (var segment in context.Segments.AsNoTracking().OrderBy(segment => segment.First).ToList())
            {
                walk.Add(segment, context.Leaves.AsNoTracking()
                    .Where(leaf => leaf.Sequence >= segment.First && leaf.Sequence <= segment.Last)
                    .OrderBy(leaf => leaf.Sequence)
                    .Select(leaf => leaf.Hash));
            }

            foreach (var row in context.Records.AsNoTracking().OrderBy(row => row.Sequence))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!walk.Add(row))
                {
                    break;
                }
            }

            return Report(walk, signed.Count == 0 ? null : signed[^1]);
        }
        catch (DbException error)
        {
            return new Problem(
                ProblemCodes.AuditUnavailable, "The audit cannot be read", $"The audit database does not answer: {error.Message}", 503);
        }
    }

    private static AuditVerification Report(VerificationWalk walk, CheckpointRow? last)
    {
        var problem = walk.Finish();
        return new(
            problem is null,
            walk.Records,
            walk.FirstBad,
            problem ?? string.Create(
                CultureInfo.InvariantCulture,
                $"All {walk.Records} records are as they were written. {last?.Size ?? 0} of them are signed; the rest is within a minute."),
            last?.Size ?? 0,
            last is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(last.At));
    }
}
