using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes;
using SessionState.Service.Security;

namespace SessionState.Service.Hosting.Recovery;

/// <summary>
/// Puts whole files back as they were before a change: for a server that does not come up. It is announced and recorded like every change, and
/// what the files hold now is kept in the history.
/// </summary>
internal sealed class FilePutBack(ConfigurationSet files, AuditReader reader, AuditLog audit)
{
    /// <summary>Why nothing was put back; null where it was.</summary>
    public Problem? Run(long sequence)
    {
        if (!reader.Find(sequence, Sight.Everything).Succeeded(out var record, out var problem))
        {
            return problem;
        }

        if (Plan(record).Succeeded(out var commit, out problem))
        {
            using var held = files.TryLock();
            return held is null ? ChangeProblems.LockTaken : Write(sequence, commit, held);
        }

        return problem;
    }

    private ServiceResult<CommitRequest> Plan(AuditRecordDetails record)
    {
        var commits = new List<CommitFile>();
        foreach (var file in record.Files)
        {
            if (file.HashBefore is null || files.ReadBackup(file.HashBefore) is not { } bytes)
            {
                return Problems.Invalid(
                    "record", $"No copy of {file.File} from before audit record {record.Entry.Sequence} is in the history.", "Name a later record.");
            }

            if (files.ReadContent(file.File)?.Hash is { } now && now != file.HashBefore)
            {
                commits.Add(new(file.File, now, bytes));
            }
        }

        return commits.Count == 0
            ? Problems.Invalid("record", $"The files of audit record {record.Entry.Sequence} are as they were before it, or it names none.")
            : new CommitRequest([.. commits]);
    }

    private Problem? Write(long sequence, CommitRequest commit, ChangeLock held)
    {
        var announced = new AuditRecord
        {
            Type = AuditType.Intent,
            Op = Guid.CreateVersion7(),
            Actor = AuditActor.Unknown,
            Via = new(null, Environment.ProcessId, "console"),
            Do = new() { Path = "" },
            Files = [.. commit.Files.Select(file => new AuditFile(file.File, file.ExpectedHash, file.NewBytesHash, file.ExpectedHash))],
            Why = new($"Put back whole as before audit record {sequence}, with '{Recover.Verb}'.", null),
            Res = new(AuditResult.Pending, Summary: $"Put files back as before record {sequence}"),
        };
        if (audit.TryAppend(announced) is not { } intent)
        {
            return ChangeProblems.AuditUnavailable(audit.ReadOnlyReason);
        }

        var committed = files.Commit(commit, held);
        var failure = committed.IsCommitted ? null : ChangeProblems.Of(committed);
        var outcome = announced with
        {
            Type = AuditType.Outcome,
            Ref = intent.Sequence,
            Res = new(failure?.Code ?? AuditResult.Applied, failure?.Detail, Summary: announced.Res!.Summary, Revision: files.Current.Revision),
        };
        return failure ?? ChangeProblems.Pending(audit.AppendOrKeep(outcome));
    }
}
