using System.Globalization;
using SessionState.Contracts;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Service.Changes;
using SessionState.Service.Changes.Known;

namespace SessionState.Service.Audit;

/// <summary>The records of edits that somebody made without this Service: what can be learnt of them is the files, and when.</summary>
internal static class ExternalRecords
{
    private const int MaxFiles = 20;

    /// <summary>While the Service ran.</summary>
    public static AuditRecord Of(SnapshotChanged change, Func<string, DateTimeOffset?> lastWritten) => Of(
        [
            .. change.ChangedFiles.Select(file => new AuditFile(
                file, change.Before.Files.GetValueOrDefault(file).Hash, change.After.Files.GetValueOrDefault(file).Hash, null)),
        ],
        change.UnchangedAt,
        lastWritten,
        "It was made while the service ran.");

    /// <summary>While it did not.</summary>
    public static AuditRecord Missed(MissedChange change, Func<string, DateTimeOffset?> lastWritten) =>
        Of(change.Files, change.Known.SeenAt, lastWritten, "It was made while the service did not run.");

    /// <summary>The record of one value or lock.</summary>
    public static AuditRecord With(this AuditRecord noticed, NoticedEdit edit) => noticed with
    {
        Do = new()
        {
            Path = edit.Path,
            Setting = edit.Name,
            Before = Recordable(edit.Name, edit.Before),
            After = Recordable(edit.Name, edit.After),
        },
    };

    /// <summary>Stands for changed values that are too many to be listed one by one.</summary>
    public static AuditRecord WithMore(this AuditRecord noticed, int more) => noticed with
    {
        Do = new() { Path = "" },
        Res = new("many", $"{more} more values changed by the same edit."),
    };

    private static AuditRecord Of(
        IReadOnlyList<AuditFile> files, DateTimeOffset? unchangedAt, Func<string, DateTimeOffset?> lastWritten, string how)
    {
        var written = files.Where(file => file.Post is not null).Max(file => lastWritten(file.Path));
        return new()
        {
            Type = AuditType.External,
            Actor = AuditActor.Unknown,
            Via = AuditVia.FileSystem,
            Files = [.. files.Take(MaxFiles)],
            When = new(unchangedAt, written),
            Res = new("noticed", $"{how}{Tell(" The files were unchanged at ", unchangedAt)}{Tell(" They say that they were written at ", written)}"),
        };
    }

    private static string Tell(string words, DateTimeOffset? time) =>
        time is { } known ? $"{words}{known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC." : "";

    // Locks are no secrets; of settings only those that are known and no secrets are recorded.
    private static string? Recordable(string name, string? value) =>
        value is null || !name.Contains('@', StringComparison.Ordinal) || Settings.Find(name) is { IsSecret: false } ? value : Setting.Hidden;
}
