using System.Collections.Immutable;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>What a person should know before applying a plan.</summary>
/// <param name="after">The snapshot as it will be.</param>
/// <param name="node">The node in it.</param>
/// <param name="target">Where the change is written.</param>
/// <param name="setting">The setting.</param>
/// <param name="value">The canonical value; null clears.</param>
internal sealed class EditWarnings(ServerConfiguration after, ConfigurationNode node, CommitTarget target, Setting setting, string? value)
{
    public ImmutableArray<string> Read() => [.. new[] { Outcome(), SharedFile(), NoApplication() }.OfType<string>()];

    private string? Outcome()
    {
        var effective = EffectiveValueReader.Read(node, setting);
        if (effective.Violation is { } violation)
        {
            return $"{Name(node)} stays in error: {violation.Diagnostic.Message} ({violation.Diagnostic.File}, line {violation.Diagnostic.Line}).";
        }

        var isSetHere = effective.Origin is { } origin && origin.ConfigurationPath.Equals(node.Path, StringComparison.OrdinalIgnoreCase);
        return value is null
            ? isSetHere ? $"{setting.Title} stays {effective.Value} at {Name(node)}, because {Place(effective.Origin!)} sets it too." : null
            : effective.Origin is { } winner && (!isSetHere || winner.File != target.File)
                ? $"Shadowed: {setting.Title} stays {effective.Value} at {Name(node)}, because {Place(winner)} wins."
                : null;
    }

    private string? SharedFile()
    {
        var others = target.File == after.ApplicationHost.Path ? []
            : after.NodesServedBy(target.File).Select(Name).Where(name => !target.CommitPath.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)).ToList();
        return others.Count == 0 ? null : $"{target.File} also serves {string.Join(", ", others)}, so the change applies there too.";
    }

    private string? NoApplication() =>
        value is not null && setting.IsReadAtApplicationRoot && node.Kind is NodeKind.VirtualDirectory or NodeKind.Folder or NodeKind.File
            ? $"Classic ASP reads this setting at the root of an application, here {node.Application?.Path}, so a value for {Name(node)} likely has no effect."
            : null;

    private static string Place(Provenance origin) =>
        origin.LocationPath is { Length: > 0 } tag ? $"{origin.File}, line {origin.Line} (location tag {tag})" : $"{origin.File}, line {origin.Line}";

    private static string Name(ConfigurationNode node) => node.Path.Length == 0 ? "the server" : node.Path;
}
