using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Keys;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit.Checkpoints;

/// <summary>
/// Signs the end of the audit, at the latest a minute after a record. What was signed once is never contradicted: where the records no
/// longer give what was signed, the audit is closed.
/// </summary>
internal sealed partial class AuditCheckpoints(
    AuditDatabase database, AuditLog audit, AuditOrigin origin, AuditKeeping keeping, TimeProvider time, ILogger<AuditCheckpoints> log) : IDisposable
{
    /// <summary>How long a record may wait for its signature; a second more until somebody looks at the clock.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly LastCheckpointFile _lastFile = new(keeping.LastCheckpointFile);
    private AuditKey? _key;
    private long _signed;
    private DateTimeOffset? _unsignedSince;

    public string Name => CheckpointNote.Name(origin.Name);

    /// <summary>The public key in C2SP's form, and as PEM; null where there is no key.</summary>
    public (string Verifier, string Pem)? PublicKey => _key is null ? null : (_key.Verifier(Name), _key.PublicPem);

    /// <summary>Takes the key and compares what was signed with the records.</summary>
    /// <returns>Why nothing may be written; null where all is well.</returns>
    public string? Open(AuditDbContext context, AuditHead head)
    {
        var last = SignedPast.Newest(context);
        if (OpenKey(last, SignedPast.Key(context)) is { } problem)
        {
            return problem;
        }

        _signed = last?.Size ?? 0;
        return SignedPast.Contradiction(context, head, last?.Text) ?? SignedPast.Contradiction(context, head, _lastFile.Read());
    }

    /// <summary>Signs where a record has waited long enough. Called every second.</summary>
    public void SignIfDue()
    {
        if (audit.HeadSequence == _signed)
        {
            _unsignedSince = null;
        }
        else if (time.GetUtcNow() - (_unsignedSince ??= time.GetUtcNow()) >= Delay)
        {
            Sign();
        }
    }

    /// <summary>A checkpoint over all records: the newest one, or one that is signed now.</summary>
    public ServiceResult<CheckpointRow> Sign()
    {
        lock (_gate)
        {
            try
            {
                using var context = database.CreateDbContext();
                return audit.Head is { Sequence: > 0 } head && _key is not null ? Sign(context, head, _key) : Existing(context);
            }
            catch (Exception error) when (error is DbException or DbUpdateException or IOException or MissingRecordException)
            {
                LogNotSigned(log, (error.InnerException ?? error).Message);
                return Unavailable((error.InnerException ?? error).Message);
            }
        }
    }

    public void Dispose() => _key?.Dispose();

    private ServiceResult<CheckpointRow> Sign(AuditDbContext context, AuditHead head, AuditKey key)
    {
        var last = SignedPast.Newest(context);
        if (SignedPast.Contradiction(context, head, last?.Text) is { } contradiction)
        {
            audit.Close(contradiction);
            return Unavailable(contradiction);
        }

        if (last?.Size == head.Sequence)
        {
            return last;
        }

        var row = new CheckpointRow
        {
            Size = head.Sequence,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Text = CheckpointNote.Write(Name, head.Sequence, head.Tree.Root(), key),
        };
        context.Checkpoints.Add(row);
        context.SaveChanges();
        _signed = row.Size;
        _lastFile.Write(row.Text);
        return row;
    }

    private string? OpenKey(CheckpointRow? last, string? expected)
    {
        if (last is null && keeping.MayCreateKey && !File.Exists(keeping.KeyFile))
        {
            _key = AuditKeyFile.Create(keeping.KeyFile);
            LogKeyMade(log, keeping.KeyFile, _key.Verifier(Name));
            return null;
        }

        var problem = "";
        _key = keeping.CngKeyName is { } store && OperatingSystem.IsWindows()
            ? AuditCngKey.TryLoad(store, mayCreate: last is null, out problem)
            : AuditKeyFile.TryLoad(keeping.KeyFile, out problem);
        if (expected is not null && _key?.Verifier(Name) != expected && AuditKeyFile.TryLoad(keeping.NextKeyFile, out _) is { } next)
        {
            // A change of keys that broke off after it was signed.
            AuditKeyFile.Succeed(keeping);
            _key?.Dispose();
            _key = next;
        }

        if (_key is null)
        {
            return $"{problem} Nothing is changed until that is put right.";
        }

        return last is null || (_key.HasSigned(last.Text, Name) && (expected ?? _key.Verifier(Name)) == _key.Verifier(Name))
            ? null
            : $"The key {keeping.KeyFile} is not the one that signed the audit so far. Put the right one back, "
                + "or make the change known with: SessionState.Service rotate-audit-key";
    }

    private static ServiceResult<CheckpointRow> Existing(AuditDbContext context) => SignedPast.Newest(context) is { } last
        ? last
        : new Problem(ProblemCodes.NotFound, "Nothing is signed yet", "The audit has no record that a checkpoint could cover.", 404);

    private static Problem Unavailable(string detail) =>
        new(ProblemCodes.AuditUnavailable, "The audit cannot be signed", detail, 503);

    [LoggerMessage(LogLevel.Warning, "The audit could not be signed: {Message}")]
    private static partial void LogNotSigned(ILogger logger, string message);

    [LoggerMessage(LogLevel.Information, "A key for signing the audit was made: {File}. Auditors verify with: {Verifier}")]
    private static partial void LogKeyMade(ILogger logger, string file, string verifier);
}
