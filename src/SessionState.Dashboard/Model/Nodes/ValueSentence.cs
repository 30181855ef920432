using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Nodes;

/// <summary>A piece of a sentence; strong pieces name the thing that decides.</summary>
public readonly record struct SentencePart(string Text, bool Strong = false);

/// <summary>A value and why it is so, in one plain sentence: "Off, because Contoso/shop sets it in applicationHost.config line 412."</summary>
/// <param name="Value">The value for people: "On", "Off", "20 minutes", "Error".</param>
/// <param name="Parts">The rest of the sentence.</param>
public sealed record ValueSentence(string Value, IReadOnlyList<SentencePart> Parts)
{
    private const string SectionLocked = "section-locked";

    public static ValueSentence Of(NodeDetails node, SettingValue setting)
    {
        var value = ValueText.Display(setting.Type, setting.Value);
        return new(value, setting switch
        {
            { Value: null } => Error(node, setting),
            { Origin: null } => [new($"because no file sets it. This is {(setting.Reader == SettingReader.AspNet ? "ASP.NET" : "IIS")}’s own default.")],
            { Source: ValueSource.SetHere, Origin: { } origin } => SetHere(node, origin),
            { Origin: { } origin } => Inherited(origin),
        });
    }

    public override string ToString() => $"{Value}, {string.Concat(Parts.Select(part => part.Text))}";

    private static SentencePart[] SetHere(NodeDetails node, OriginInfo origin)
    {
        var kind = node.Kind == NodeKind.Server ? "the server" : $"this {NodeText.Kind(node.Kind).ToLowerInvariant()}";
        return IsOwnFile(origin, node.Path)
            ? [new("because "), new(kind, true), new($" sets it itself, in its {Place(origin)}.")]
            : [new("because it is set here: in "), new(Place(origin), true), new($", location tag {origin.LocationPath}.")];
    }

    private static SentencePart[] Inherited(OriginInfo origin)
    {
        var whose = origin.LocationPath is null && NodeText.FileName(origin.File).Equals("web.config", StringComparison.OrdinalIgnoreCase);
        return
        [
            new("because "),
            new(NodeText.Path(origin.ConfigurationPath), true),
            new(origin.ConfigurationPath.Length == 0 ? " sets it for everything, in " : whose ? " sets it in its " : " sets it in "),
            new($"{Place(origin)}."),
        ];
    }

    private static SentencePart[] Error(NodeDetails node, SettingValue setting)
    {
        var broken = setting.Ladder.LastOrDefault(step => step.Role == LadderRole.Violation);
        if (broken is not null && node.Diagnostics.Any(diagnostic => diagnostic.Code == SectionLocked && diagnostic.File == broken.File))
        {
            // IIS's own words are long; they stand in full among the problems.
            return
            [
                new("because "),
                new(NodeText.Place(broken.File, broken.Line), true),
                new(" contains a section that is locked above. IIS answers every request here with error 500.19."),
            ];
        }

        if (broken is not null)
        {
            return [new("because of "), new(NodeText.Place(broken.File, broken.Line), true), new($". {broken.Note}".TrimEnd())];
        }

        var problem = node.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticLevel.Error);
        return problem is null
            ? [new("because the configuration cannot be read here.")]
            : [new("because of "), new(NodeText.Place(problem.File, problem.Line), true), new($". {problem.Message}")];
    }

    private static bool IsOwnFile(OriginInfo origin, string path) => origin.LocationPath is null or "" or "." || path.Length == 0;

    private static string Place(OriginInfo origin) => NodeText.Place(origin.File, origin.Line);
}
