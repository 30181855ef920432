using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>
/// The files that may lock a section for a node: applicationHost.config, the node's own web.config, and the web.config files between them.
/// Best first: the file that says something for this path (to take it back), or that locks it (to unlock), else applicationHost.config.
/// </summary>
internal sealed class LockCandidates(ServerConfiguration server, ConfigurationNode node, string section, OverrideMode mode)
{
    private readonly LockState _below = SectionLocks.Read(node, section, node.Depth + 1);

    public ImmutableArray<LockCandidate> Read() =>
    [
        .. Levels()
            .Select(Candidate)
            .OrderBy(candidate => candidate.Refusal is not null)
            .ThenBy(candidate => !IsPreferred(candidate.Level))
            .ThenBy(candidate => candidate.Level.Depth),
    ];

    // The server, the node itself, and the nodes between that have a web.config already.
    private IEnumerable<ConfigurationNode> Levels()
    {
        yield return server.Level;
        for (ConfigurationNode? level = node; level is { Path.Length: > 0 }; level = level.Parent)
        {
            if (level == node || level.WebConfig is not null)
            {
                yield return level;
            }
        }
    }

    private LockCandidate Candidate(ConfigurationNode level)
    {
        var isServer = level.Path.Length == 0;
        var file = isServer ? server.ApplicationHost.Path : level.WebConfigPath ?? "";
        var location = level.Path.Length == node.Path.Length ? null : isServer ? node.Path : node.Path[(level.Path.Length + 1)..];
        var name = isServer ? "applicationHost.config" : $"web.config of {level.Path}";
        var description = location is not null ? $"{name}, location tag for {location}"
            : isServer ? $"{name}, for the whole server"
            : $"{name}, for everything below it";
        var refusal = LevelRefusals.Unregistered(server, section) ?? InNoTag() ?? OfFile() ?? (isServer ? null : Refuse(level));
        return new(new(CommitPaths.Of(level), file, location, description, refusal is null, refusal?.Message), level, refusal);
    }

    private bool IsPreferred(ConfigurationNode level) => mode switch
    {
        OverrideMode.Inherit => Says(level),
        OverrideMode.Allow => _below is { IsDenied: true, File: { } file } && file == FileOf(level),
        _ => false,
    };

    // Whether a tag of that file for this very path holds the section with a mode.
    private bool Says(ConfigurationNode level) => (node.State(section)?.Inputs ?? []).Any(
        input => input.Owner.Depth == level.Depth && input.Section.OverrideMode != OverrideMode.Inherit);

    private ConfigurationFile? FileOf(ConfigurationNode level) => level.Path.Length == 0 ? server.ApplicationHost : level.WebConfig;

    private EditRefusal? InNoTag() => server.ApplicationHost.Definition(section) is not { AllowLocation: false } definition ? null : new(
        RefusalKind.NotHere,
        $"{section} is registered with allowLocation=\"false\", so no location tag may hold it, and only a location tag can lock it.",
        server.ApplicationHost.Path,
        definition.Line,
        $"Change overrideModeDefault of its registration in {server.ApplicationHost.Path}, line {definition.Line}, by hand.");

    private EditRefusal? OfFile() => node.Kind != NodeKind.File ? null : new(
        RefusalKind.NotHere, $"{node.Path} is a file: there is no web.config below it to lock or unlock.", null, null, "Choose its folder.");

    private EditRefusal? Refuse(ConfigurationNode level) => LevelRefusals.OfFile(level) ?? (mode switch
    {
        OverrideMode.Inherit => null,
        _ when LockReader.Read(level, section) is { IsLocked: true } closed => LockedAbove(level, closed),
        OverrideMode.Allow when SectionLocks.Nearest(node, section, level.Depth) is null => NotLockedHere(level),
        _ => null,
    });

    private EditRefusal LockedAbove(ConfigurationNode level, SectionLock closed) => new(
        RefusalKind.Locked,
        $"{closed.Reason} {level.WebConfigPath} may not hold it, and a lower file cannot unlock what a file above has locked.",
        closed.File,
        closed.Line,
        Unlock(closed.File));

    private EditRefusal NotLockedHere(ConfigurationNode level) => _below is { IsDenied: true, File: { } file }
        ? new(
            RefusalKind.Locked,
            $"The section '{section}' is locked {_below.Reason}. Only the file that made a lock can unlock it.",
            file.Path,
            _below.Line,
            Unlock(file.Path))
        : new(
            RefusalKind.NotHere,
            $"Nothing in {level.WebConfigPath} locks '{section}' for {node.Path}, so there is nothing to unlock.",
            level.WebConfigPath,
            null,
            "The section is open there already.");

    private string Unlock(string? file)
    {
        var owner = Levels().FirstOrDefault(level => level.Path.Length > 0 && level.WebConfig?.Path == file);
        return $"Unlock it in {file ?? "the file that locks it"} (commit path {(owner is null ? CommitPaths.ApplicationHost : CommitPaths.Of(owner))}).";
    }
}
