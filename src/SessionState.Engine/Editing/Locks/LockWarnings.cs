using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>What a person should know before applying a lock.</summary>
internal sealed class LockWarnings(LockEdit edit, ConfigurationNode node, LockCandidate chosen, Rehearsal rehearsal)
{
    private const int Named = 3;

    private string Place => node.Path.Length == 0 ? "the server" : node.Path;

    public ImmutableArray<string> Read(ServerConfiguration after) =>
        [.. new[] { Failing(), Outcome(), Exceptions(), SharedFile.Warning(after, chosen.Target), Restarts() }.Concat(Gaps()).OfType<string>()];

    private string? Failing() => rehearsal.StartFailing is not { IsEmpty: false } all ? null
        : $"{Count(all.Length, "place")} would fail with {Failure}, because web.config files below hold the "
            + $"section: {List(all.Select(failing => $"{failing.File}, line {failing.Line}, for {failing.ConfigurationPath}"))}.";

    private string Failure =>
        LockLevels.IsManaged(edit.Section) ? "a configuration error of ASP.NET" : $"HTTP 500.19 ({FailingSection.LockViolation})";

    // What was asked for may not be what holds: another file or tag has the last word.
    private string? Outcome()
    {
        var below = LockReader.Explain(node, edit.Section).LockedBelowBy;
        return edit.Mode switch
        {
            OverrideMode.Allow when below.IsLocked => $"{edit.Section} stays locked below {Place}: {below.Reason}",
            OverrideMode.Deny when !below.IsLocked => $"{edit.Section} stays open below {Place}.",
            OverrideMode.Inherit => below.IsLocked
                ? $"{Place} then inherits: {below.Reason}"
                : $"{Place} then inherits: the section '{edit.Section}' is open.",
            _ => null,
        };
    }

    private string? Exceptions()
    {
        var exceptions = edit.Mode == OverrideMode.Inherit ? [] : node.Children.SelectMany(At).ToList();
        return exceptions.Count == 0 ? null
            : $"{(edit.Mode == OverrideMode.Deny ? "Stays open" : "Stays locked")} where a tag of its own says so: {List(exceptions)}.";
    }

    private IEnumerable<string> At(ConfigurationNode below)
    {
        var own = (below.State(edit.Section)?.Inputs ?? []).FirstOrDefault(input => input.Section.OverrideMode != OverrideMode.Inherit);
        if (own.Section is { } said && said.OverrideMode != edit.Mode)
        {
            yield return $"{below.Path} ({own.File.Path}, line {said.Location!.Line})";
        }

        foreach (var found in below.Children.SelectMany(At))
        {
            yield return found;
        }
    }

    private string? Restarts() => !LockLevels.IsManaged(edit.Section) ? null
        : chosen.IsServer ? "Every ASP.NET application of this .NET Framework restarts: sessions kept in its memory (InProc) are lost."
        : "ASP.NET restarts the application when its web.config changes: sessions kept in its memory (InProc) are lost.";

    private IEnumerable<string?> Gaps() => edit.Mode == OverrideMode.Deny
        ? []
        : LockReader.Explain(node, edit.Section).Diagnostics.Select(gap => $"{gap.Message} {gap.Remedy}");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return string.Join("; ", all.Take(Named)) + (all.Count > Named ? $"; and {all.Count - Named} more" : "");
    }
}
