namespace SessionState.Engine.Text;

/// <summary>A place in a text as people count it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in the line, from 1, in characters.</param>
public readonly record struct TextPosition(int Line, int Column);
