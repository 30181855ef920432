using System.Text;

namespace SessionState.Engine.Text;

/// <summary>Splices changes into a text, so that everything outside their spans stays as it is.</summary>
public static class TextChanges
{
    /// <summary>The text after all changes. Spans refer to the text before any of them.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="changes">Changes in any order. Insertions at the same place keep their order.</param>
    /// <exception cref="ArgumentException">Two spans overlap, or one lies outside the text.</exception>
    public static string Apply(string text, IReadOnlyList<TextChange> changes)
    {
        if (changes.Count == 0)
        {
            return text;
        }

        if (changes is [var only] && only.Span is { Start: >= 0, Length: >= 0 } && only.Span.End <= text.Length)
        {
            return string.Concat(text.AsSpan(0, only.Span.Start), only.NewText, text.AsSpan(only.Span.End));
        }

        var result = new StringBuilder(text.Length + 256);
        var position = 0;
        foreach (var change in changes.OrderBy(change => change.Span.Start))
        {
            if (change.Span.Start < position || change.Span.Length < 0 || change.Span.End > text.Length)
            {
                throw new ArgumentException("Text changes overlap or lie outside the text.", nameof(changes));
            }

            result.Append(text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
