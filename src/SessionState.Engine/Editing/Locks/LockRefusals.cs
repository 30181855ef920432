using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>Why a level's file may not lock or unlock a section for a node.</summary>
internal sealed class LockRefusals(ServerConfiguration server, ConfigurationNode node, string section, OverrideMode mode)
{
    private readonly Registration _registration = node.Server.Extras.Registrations!.Of(section, node.Runs);
    private readonly LockState _below = SectionLocks.Read(node, section, node.Depth + 1);

    /// <summary>The reason; null where it may.</summary>
    public EditRefusal? Read(ConfigurationNode level) => Unregistered() ?? InNoTag() ?? OfFile()
        ?? (level.Depth == 0 ? NotRead() : level.Path.Length > 0 ? OfLower(level) : null);

    private EditRefusal? Unregistered() => _registration.Definition is not null ? null
        : LevelRefusals.Unregistered(server, section) ?? new(
            RefusalKind.NotHere,
            $"{_registration.File?.Path} does not register the section {section}, so ASP.NET would not know it.",
            _registration.File?.Path,
            null,
            null);

    private EditRefusal? InNoTag() => _registration.Definition is not { AllowLocation: false } definition ? null : new(
        RefusalKind.NotHere,
        $"{section} is registered with allowLocation=\"false\", so no location tag may hold it, and only a location tag can lock it.",
        _registration.File?.Path,
        definition.Line,
        $"Change overrideModeDefault of its registration in {_registration.File?.Path}, line {definition.Line}, by hand.");

    private EditRefusal? OfFile() => node.Kind != NodeKind.File ? null : new(
        RefusalKind.NotHere, $"{node.Path} is a file: there is no web.config below it to lock or unlock.", null, null, "Choose its folder.");

    private EditRefusal? NotRead() => !LockLevels.IsManaged(section) ? null : new(
        RefusalKind.NotHere,
        $"ASP.NET does not read applicationHost.config: a lock of {section} there would bind no application.",
        server.ApplicationHost.Path,
        null,
        "Lock it in the root web.config of the .NET Framework, or in a web.config above.");

    private EditRefusal? OfLower(ConfigurationNode level) => LevelRefusals.OfFile(level) ?? (mode switch
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

    private string Unlock(string? file) =>
        LockLevels.Of(server, node, section).FirstOrDefault(level => LevelFiles.Of(level, server)?.Path == file) is { } owner
            ? $"Unlock it in {file} (commit path {CommitPaths.Of(owner)})."
            : $"Unlock it in {file ?? "the file that locks it"} by hand.";
}
