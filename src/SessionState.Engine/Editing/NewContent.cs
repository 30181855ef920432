namespace SessionState.Engine.Editing;

/// <summary>Something to write into a document.</summary>
internal abstract record NewContent
{
    /// <summary>All in one line, without blanks between the tags, as far as that is ours to say.</summary>
    public abstract string WriteInline();

    /// <summary>A line for each tag. The last line has no line end.</summary>
    /// <param name="indent">What the first line starts with.</param>
    /// <param name="unit">What each level below adds.</param>
    /// <param name="newLine">The line end.</param>
    public abstract string WriteLines(string indent, string unit, string newLine);
}
