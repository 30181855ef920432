using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Known;

/// <summary>
/// What others changed while the Service did not run. Our own changes are in the audit, also those after the known state was written down:
/// a file that holds what the audit says is no edit of others.
/// </summary>
internal sealed class MissedEdits(KnownStateFile file, ConfigurationSet files, AuditReader audit)
{
    /// <summary>Null where there is nothing to compare with.</summary>
    public MissedChange? Find()
    {
        var now = files.Current;
        if (file.Read() is not { } known
            || known.ApplicationHost != now.Server.ApplicationHost.Path
            || !Since(known).Succeeded(out var since, out _))
        {
            return null;
        }

        var changed = ChangedFiles(known, since, now);
        return new(
            known,
            changed,
            changed.Count == 0 ? [] : KnownComparison.Of(new(known, since), now.Server));
    }

    private ServiceResult<IReadOnlyList<AuditRecord>> Since(KnownState known) => audit.Read<IReadOnlyList<AuditRecord>>(context =>
        context.Records.Any(row => row.Sequence == known.AuditSequence && row.Hash == Convert.FromHexString(known.AuditHash))
            ? context.Records
                .Where(row => row.Sequence > known.AuditSequence
                    && (row.Type == AuditType.Outcome || row.Type == AuditType.Recovered || row.Type == AuditType.External))
                .OrderBy(row => row.Sequence)
                .Select(row => row.Json)
                .AsEnumerable()
                .Select(json => AuditJson.Read(json))
                .OfType<AuditRecord>()
                .ToList()
            : Problems.Invalid("audit", "The known state belongs to another audit."));

    private static List<AuditFile> ChangedFiles(KnownState known, IReadOnlyList<AuditRecord> since, ConfigurationSnapshot now)
    {
        var recorded = new Dictionary<string, string?>();
        foreach (var written in since.SelectMany(record => record.Files ?? []))
        {
            recorded[written.Path] = written.Post;
        }

        return
        [
            .. known.Files.Keys.Union(now.Files.Keys).Order(StringComparer.Ordinal)
                .Select(path => new AuditFile(path, recorded.GetValueOrDefault(path) ?? known.Files.GetValueOrDefault(path), now.Files.GetValueOrDefault(path).Hash, null))
                .Where(changed => changed.Pre != changed.Post && changed.Post != known.Files.GetValueOrDefault(changed.Path)),
        ];
    }
}

/// <summary>What is other than it was known.</summary>
/// <param name="Known">What was known.</param>
/// <param name="Files">The files that others changed.</param>
/// <param name="Edits">What that means; nothing where they only changed comments.</param>
internal sealed record MissedChange(KnownState Known, IReadOnlyList<AuditFile> Files, IReadOnlyList<NoticedEdit> Edits);
