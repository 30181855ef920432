using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>
/// The files that may lock a section for a node: applicationHost.config (for ASP.NET, which does not read that, the root web.config), the
/// node's own web.config, and the web.config files between them. Best first: the file that says something for this path (to take it back),
/// or that locks it (to unlock), else the highest.
/// </summary>
internal sealed class LockCandidates(ServerConfiguration server, ConfigurationNode node, string section, OverrideMode mode)
{
    private readonly LockRefusals _refusals = new(server, node, section, mode);
    private readonly LockState _below = SectionLocks.Read(node, section, node.Depth + 1);

    public ImmutableArray<LockCandidate> Read() =>
    [
        .. LockLevels.Of(server, node, section)
            .Select(Candidate)
            .OrderBy(candidate => candidate.Refusal is not null)
            .ThenBy(candidate => !IsPreferred(candidate.Level))
            .ThenBy(candidate => candidate.Level.Depth),
    ];

    private LockCandidate Candidate(ConfigurationNode level)
    {
        var isServer = level.Path.Length == 0;
        var file = isServer ? LevelFiles.Of(level, server)!.Path : level.WebConfigPath ?? "";
        var location = level.Path.Length == node.Path.Length ? null : isServer ? node.Path : node.Path[(level.Path.Length + 1)..];
        var name = LadderNames.File(level);
        var description = location is not null ? $"{name}, location tag for {location}"
            : isServer ? $"{name}, for the whole server"
            : $"{name}, for everything below it";
        var refusal = _refusals.Read(level);
        return new(new(CommitPaths.Of(level), file, location, description, refusal is null, refusal?.Message), level, refusal);
    }

    private bool IsPreferred(ConfigurationNode level) => mode switch
    {
        OverrideMode.Inherit => Says(level),
        OverrideMode.Allow => _below is { IsDenied: true, File: { } file } && file == LevelFiles.Of(level, server),
        _ => false,
    };

    // Whether a tag of that file for this very path holds the section with a mode.
    private bool Says(ConfigurationNode level) => (node.State(section)?.Inputs ?? []).Any(
        input => input.Owner.Depth == level.Depth && input.Section.OverrideMode != OverrideMode.Inherit && input.IsReadBy(node.Runs));
}
