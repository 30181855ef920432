using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>
/// The files that may speak for a node: applicationHost.config, the node's own web.config, and the web.config files between them. Best
/// first: what sets the value now (the winning one first), then applicationHost.config, which no lock binds, then the others.
/// </summary>
internal sealed class TargetCandidates(ServerConfiguration server, ConfigurationNode node, Setting setting)
{
    private readonly ImmutableArray<LadderStep> _ladder = LadderReader.Read(node, setting);
    private readonly ManagedTargets? _managed = setting.Evaluator == Evaluator.Managed ? new(server, node, setting) : null;

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
        if (_managed is null)
        {
            yield return server.Level;
        }

        for (ConfigurationNode? level = node; level is { Path.Length: > 0 }; level = level.Parent)
        {
            if (level == node || level.WebConfig is not null)
            {
                yield return level;
            }
        }

        foreach (var level in _managed?.LastResorts() ?? [])
        {
            yield return level;
        }
    }

    private TargetCandidate Candidate(ConfigurationNode level)
    {
        var isServer = level.Path.Length == 0;
        var file = level.Depth < 0 ? server.Frameworks[level.Framework].RootWeb!.Path
            : isServer ? server.ApplicationHost.Path : level.WebConfigPath ?? "";
        var location = level.Path.Length == node.Path.Length ? null : isServer ? node.Path : node.Path[(level.Path.Length + 1)..];
        var name = LadderNames.File(level);
        var description = location is not null ? $"{name}, location tag for {location}" : isServer ? $"{name}, for the whole server" : name;
        var refusal = Refuse(level);
        var holds = Holds(file) && (_managed is null || level.Depth != 0);
        return new(
            new(CommitPaths.Of(level), file, location, description, refusal is null, refusal?.Message), level, holds, refusal);
    }

    private bool Holds(string file) => _ladder.Any(step => step.Raw is not null && step.File == file
        && string.Equals(step.ConfigurationPath, node.Path, StringComparison.OrdinalIgnoreCase));

    private EditRefusal? Refuse(ConfigurationNode level)
    {
        var refusal = _managed is not null ? _managed.Refuse(level)
            : LevelRefusals.Unregistered(server, setting.Section) ?? LevelRefusals.Misplaced(server, node, level, setting.Section);
        refusal ??= level.Path.Length == 0 ? null : LevelRefusals.OfFile(level)
            ?? LevelRefusals.Locked(level, setting.Section)
            ?? LevelRefusals.Locked(node, level, setting);
        return _managed is not null && refusal?.Remedy == LevelRefusals.Instead ? refusal with { Remedy = _managed.Instead } : refusal;
    }

    private static string? Reason(TargetCandidate candidate, List<TargetCandidate> all)
    {
        var stronger = all.Where(other => other.Holds && other.Level.Depth > candidate.Level.Depth).MaxBy(other => other.Level.Depth);
        return candidate.Refusal is not null ? candidate.Refusal.Message
            : stronger is not null ? $"Would be shadowed: {stronger.Target.Description} sets it too, and wins."
            : candidate.Holds ? "Sets it now."
            : null;
    }
}
