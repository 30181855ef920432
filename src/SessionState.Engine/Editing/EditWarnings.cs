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
internal sealed class EditWarnings(
    ServerConfiguration after, ConfigurationNode node, CommitTarget target, Setting setting, string? value)
{
    public ImmutableArray<string> Read() =>
    [
        .. new[] { Outcome(), SharedFile.Warning(after, target), NoApplication() }.OfType<string>(),
        .. ManagedWarnings.Read(node, setting, value),
    ];

    private string? Outcome()
    {
        var effective = EffectiveValueReader.Read(node, setting);
        return effective.Violation is { } violation ? InError(violation)
            : value is null ? StillSet(effective)
            : effective.Origin is { } origin && IsHere(origin) && origin.File == target.File ? null
            : $"Shadowed: {Stays(effective)}, because {(effective.Origin is { } winner ? Place(winner) : "the schema default")} wins.";
    }

    private string InError(Violation violation) =>
        $"{Name(node)} stays in error: {violation.Diagnostic.Message} ({violation.Diagnostic.File}, line {violation.Diagnostic.Line}).";

    private string? StillSet(EffectiveValue effective) => effective.Origin is { } origin && IsHere(origin)
        ? $"{Stays(effective)}, because {Place(origin)} sets it too."
        : null;

    private string? NoApplication()
    {
        var isApplication = node.Kind is NodeKind.Server or NodeKind.Site or NodeKind.Application;
        return value is null || isApplication || !setting.IsReadAtApplicationRoot || setting.Evaluator == Evaluator.Managed ? null
            : $"Classic ASP reads this setting at the root of an application, here {node.Application?.Path}, "
                + $"so a value for {Name(node)} likely has no effect.";
    }

    private bool IsHere(Provenance origin) => origin.ConfigurationPath.Equals(node.Path, StringComparison.OrdinalIgnoreCase);

    private string Stays(EffectiveValue effective) => $"{setting.Title} stays {effective.Value} at {Name(node)}";

    private static string Place(Provenance origin) => origin.LocationPath is { Length: > 0 } tag
        ? $"{origin.File}, line {origin.Line} (location tag {tag})"
        : $"{origin.File}, line {origin.Line}";

    private static string Name(ConfigurationNode node) => node.Path.Length == 0 ? "the server" : node.Path;
}
