namespace SessionState.Engine.Editing;

/// <summary>An element to write, with at most one attribute and at most one child: a way down to a setting, not a document.</summary>
internal sealed record NewElement(string Name, NewAttribute? Attribute, NewElement? Child)
{
    private string Start => Attribute is { } attribute ? $"<{Name} {attribute.Write()}" : $"<{Name}";

    /// <summary>All in one line, without blanks between the tags.</summary>
    public string WriteInline() => Child is null ? $"{Start} />" : $"{Start}>{Child.WriteInline()}</{Name}>";

    /// <summary>A line for each tag. The last line has no line end.</summary>
    /// <param name="indent">What the first line starts with.</param>
    /// <param name="unit">What each level below adds.</param>
    /// <param name="newLine">The line end.</param>
    public string WriteLines(string indent, string unit, string newLine) => Child is null
        ? $"{indent}{Start} />"
        : $"{indent}{Start}>{newLine}{Child.WriteLines(indent + unit, unit, newLine)}{newLine}{indent}</{Name}>";
}
