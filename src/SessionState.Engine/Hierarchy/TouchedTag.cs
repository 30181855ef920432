using System.Collections.Immutable;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// The location tag that is all an edit touches: every other element of the file says what it said before, in the same line.
/// </summary>
/// <param name="Index">Its number among the file's location tags, from 0.</param>
/// <param name="IsNew">True where the edit adds it, as the last element of the file.</param>
/// <param name="Text">Its text after the edit.</param>
/// <param name="Line">Its line, from 1; 0 where it is not new.</param>
internal sealed record TouchedTag(int Index, bool IsNew, string Text, int Line)
{
    /// <summary>The tag; null where an edit touches more or moves lines.</summary>
    internal static TouchedTag? Find(XmlSource document, ImmutableArray<TextChange> changes)
    {
        if (changes is not [var change] || document.Root.IsEmptyTag)
        {
            return null;
        }

        var (tags, end) = (0, document.Root.StartTag.End);
        foreach (var element in document.Root.Children)
        {
            var isTag = element.Name == "location";
            if (element.Span.Start < change.Span.Start && change.Span.End < element.Span.End)
            {
                return isTag && !MovesLines(document.Text, change) ? new(tags, false, Edited(document.Text, element.Span, change), 0) : null;
            }

            tags += isTag ? 1 : 0;
            end = element.Span.End;
        }

        var place = change.Span;
        return place.Length == 0 && place.Start >= end && place.End <= document.Root.Content.End ? Added(document.Text, tags, change) : null;
    }

    private static TouchedTag? Added(string text, int index, TextChange change)
    {
        var tag = change.NewText.Trim();
        if (!tag.StartsWith("<location ", StringComparison.Ordinal) || !tag.EndsWith("</location>", StringComparison.Ordinal))
        {
            return null;
        }

        var before = text.AsSpan(0, change.Span.Start);
        var blanks = change.NewText.AsSpan(0, change.NewText.IndexOf('<', StringComparison.Ordinal));
        var isOneLineEnd = before is [.., '\r'] && blanks is ['\n', ..];
        return new(index, true, tag, LineMap.LastLine(before) + LineMap.LastLine(blanks) - (isOneLineEnd ? 2 : 1));
    }

    private static string Edited(string text, TextSpan tag, TextChange change) => string.Concat(
        text.AsSpan(tag.Start, change.Span.Start - tag.Start), change.NewText, text.AsSpan(change.Span.End, tag.End - change.Span.End));

    private static bool MovesLines(string text, TextChange change) =>
        change.NewText.AsSpan().ContainsAny('\r', '\n') || text.AsSpan(change.Span.Start, change.Span.Length).ContainsAny('\r', '\n');
}
