using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>
/// The files that may speak for a node: applicationHost.config, the node's own web.config, and the web.config files between them. Best
/// first: what sets the value now (the winning one first), then applicationHost.config, which no lock binds, then the others.
/// </summary>
internal sealed class TargetCandidates(ServerConfiguration server, ConfigurationNode node, Setting setting)
{
    private const string Instead =
        $"Write it to applicationHost.config (commit path {CommitPaths.ApplicationHost}), which may always set it.";

    private readonly ImmutableArray<LadderStep> _ladder = LadderReader.Read(node, setting);

    public ImmutableArray<TargetCandidate> Read()
    {
        var candidates = Levels().Select(Candidate).ToList();
        return
        [
            .. candidates
                .OrderBy(candidate => candidate.Refusal is not null)
                .ThenByDescending(candidate => candidate.Holds ? candidate.Level.Depth : -1)
                .Select(candidate => candidate with { Target = candidate.Target with { Reason = Reason(candidate, candidates) } }),
        ];
    }

    // The server, the node itself, and the nodes between that have a web.config already, the nearest first.
    private IEnumerable<ConfigurationNode> Levels()
    {
        yield return server.Root;
        for (ConfigurationNode? level = node; level is { Path.Length: > 0 }; level = level.Parent)
        {
            if (level == node || level.WebConfig is not null)
            {
                yield return level;
            }
        }
    }

    private TargetCandidate Candidate(ConfigurationNode level)
    {
        var isServer = level.Path.Length == 0;
        var file = isServer ? server.ApplicationHost.Path : level.WebConfigPath ?? "";
        var location = level.Path.Length == node.Path.Length ? null : isServer ? node.Path : node.Path[(level.Path.Length + 1)..];
        var name = isServer ? "applicationHost.config" : $"web.config of {level.Path}";
        var description = location is not null ? $"{name}, location tag for {location}" : isServer ? $"{name}, for the whole server" : name;
        var refusal = Unregistered() ?? (isServer ? null : Refuse(level));
        return new(
            new(CommitPaths.Of(level), file, location, description, refusal is null, refusal?.Message), level, Holds(file), refusal);
    }

    private bool Holds(string file) => _ladder.Any(step => step.Raw is not null && step.File == file
        && string.Equals(step.ConfigurationPath, node.Path, StringComparison.OrdinalIgnoreCase));

    private EditRefusal? Unregistered() => server.ApplicationHost.Definition(setting.Section) is not null ? null : new(
        RefusalKind.NotHere,
        $"{server.ApplicationHost.Path} does not register the section {setting.Section}, so IIS would not know it.",
        server.ApplicationHost.Path,
        null,
        "Register the section in <configSections>, as IIS does when classic ASP is installed.");

    private EditRefusal? Refuse(ConfigurationNode level) =>
        level.Kind == NodeKind.File ? NotHere($"{level.Path} is a file, and a file has no web.config.")
        : level.WebConfigPath is null ? NotHere($"The folder of {level.Path} was not found, so it can have no web.config.")
        : !level.WebConfigCounts
            ? NotHere($"{level.WebConfigPath} does not count, because its virtual directory says allowSubDirConfig=\"false\".")
        : level.WebConfig is { IsReadable: false } broken ? Unreadable(broken)
        : LockReader.Read(level, setting.Section) is { IsLocked: true } closed ? Locked(level, closed)
        : null;

    private static EditRefusal NotHere(string message) => new(RefusalKind.NotHere, message, null, null, Instead);

    private static EditRefusal Unreadable(ConfigurationFile file)
    {
        var why = file.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(RefusalKind.Unreadable, why?.Message ?? $"{file.Path} cannot be read.", file.Path, why?.Line, why?.Remedy ?? Instead);
    }

    private EditRefusal Locked(ConfigurationNode level, SectionLock closed) =>
        new(RefusalKind.Locked, closed.Reason ?? $"{setting.Section} is locked for {level.Path}.", closed.File, closed.Line, Instead);

    private static string? Reason(TargetCandidate candidate, List<TargetCandidate> all)
    {
        var stronger = all.Where(other => other.Holds && other.Level.Depth > candidate.Level.Depth).MaxBy(other => other.Level.Depth);
        return candidate.Refusal is not null ? candidate.Refusal.Message
            : stronger is not null ? $"Would be shadowed: {stronger.Target.Description} sets it too, and wins."
            : candidate.Holds ? "Sets it now."
            : null;
    }
}
