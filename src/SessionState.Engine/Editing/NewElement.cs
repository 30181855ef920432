namespace SessionState.Engine.Editing;

/// <summary>An element to write, with at most one child: a way down to a setting, not a document.</summary>
internal sealed record NewElement(string Name, IReadOnlyList<NewAttribute> Attributes, NewContent? Child) : NewContent
{
    private string Start => string.Concat(Attributes.Select(attribute => " " + attribute.Write()).Prepend($"<{Name}"));

    public override string WriteInline() => Child is null ? $"{Start} />" : $"{Start}>{Child.WriteInline()}</{Name}>";

    public override string WriteLines(string indent, string unit, string newLine) => Child is null
        ? $"{indent}{Start} />"
        : $"{indent}{Start}>{newLine}{Child.WriteLines(indent + unit, unit, newLine)}{newLine}{indent}</{Name}>";
}
