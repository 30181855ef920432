namespace SessionState.Engine.Text;

/// <summary>An edit as a value: replace the text of a span by other text.</summary>
/// <param name="Span">What to replace, in the text before the edit; an empty span inserts.</param>
/// <param name="NewText">What to put there; "" deletes.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);
