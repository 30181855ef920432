using System.Globalization;
using SessionState.Contracts;
using SessionState.Engine.Text;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Security;

namespace SessionState.Service.Hosting.Recovery;

/// <summary>Tells what a recovery found, and remembers whether anything waits for a person.</summary>
internal sealed class RecoveryText(TextWriter output)
{
    private const int MaxVersions = 10;

    public bool NeedsAPerson { get; private set; }

    public void Commits(RecoveryReport report)
    {
        foreach (var commit in report.Commits)
        {
            Line($"Interrupted write {commit.Id}: {commit.Message}", commit.Remedy);
        }

        if (report.Problem is { } problem)
        {
            Line($"Interrupted writes: {problem}", report.Remedy);
        }
        else if (report.Commits.IsEmpty)
        {
            output.WriteLine("Interrupted writes: none.");
        }

        NeedsAPerson |= !report.IsFinished;
    }

    public void Audit(AuditLog audit)
    {
        if (audit.ReadOnlyReason is { } reason)
        {
            Line($"Audit: {reason}", null);
            NeedsAPerson = true;
        }
        else
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Audit: {audit.HeadSequence} records; its end is as it was written."));
        }
    }

    /// <summary>What became of changes that the last stop left without an outcome: the records after the newest start.</summary>
    public void Settled(AuditReader audit)
    {
        var start = audit.List(new() { Type = AuditType.Start, Limit = 1 }, Sight.Everything).Value?.Items is [var newest, ..] ? newest.Sequence : 0;
        foreach (var record in audit.List(new() { Type = AuditType.Recovered, Limit = 100 }, Sight.Everything).Value?.Items.Where(record => record.Sequence > start) ?? [])
        {
            Line($"Unfinished change of {Place(record.Path)}: {record.Detail}", null);
            NeedsAPerson |= record.Detail?.Contains("Look at them", StringComparison.Ordinal) == true;
        }
    }

    public void Pending(PendingLedger pending)
    {
        foreach (var change in pending.All.Select(entry => entry.Change))
        {
            var due = change.ConfirmBy is { } by ? $"taken back at {Time(by)} unless confirmed" : $"ends at {Time(change.Until!.Value)}";
            Line($"Waiting: {change.Summary} ({change.ChangeId}), {due}. {change.Trouble}".TrimEnd(), null);
        }
    }

    public void Configuration(ConfigurationSet files)
    {
        var server = files.Current.Server;
        foreach (var error in server.ApplicationHost.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
        {
            Line($"{error.File ?? server.ApplicationHost.Path}, line {error.Line}: {error.Message}", error.Remedy);
            NeedsAPerson = true;
        }
    }

    /// <summary>The newest changes, any of which can be put back whole.</summary>
    public void Versions(AuditReader audit, string verb)
    {
        var changes = audit.List(new() { Outcome = AuditOutcome.Applied, Limit = MaxVersions }, Sight.Everything).Value?.Items ?? [];
        if (changes.Count > 0)
        {
            output.WriteLine($"Versions that can be put back with '{verb} RECORD':");
            foreach (var change in changes)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"  {change.Sequence}  as before {Time(change.At)}, when {change.Who} changed {Place(change.Path)}"));
            }
        }
    }

    private void Line(string text, string? remedy) => output.WriteLine(remedy is null ? text : $"{text}{Environment.NewLine}  {remedy}");

    private static string Place(string? path) => string.IsNullOrEmpty(path) ? "the whole server" : path;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
