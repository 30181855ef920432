using System.Numerics;

namespace SessionState.Engine.Xml;

/// <summary>
/// Looks for tags with too many attributes, or too long names or values, before <see cref="System.Xml.XmlReader"/> does: it would hold all
/// of such a tag in memory, many times its size, before anyone could refuse it. For text that is not well-formed any answer will do.
/// </summary>
internal static class TagLimits<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly T TagStart = T.CreateTruncating('<');
    private static readonly T TagEnd = T.CreateTruncating('>');
    private static readonly T Slash = T.CreateTruncating('/');
    private static readonly T[] Comment = Of("<!--");
    private static readonly T[] CommentEnd = Of("-->");
    private static readonly T[] Cdata = Of("<![CDATA[");
    private static readonly T[] CdataEnd = Of("]]>");
    private static readonly T[] Instruction = Of("<?");
    private static readonly T[] InstructionEnd = Of("?>");
    private static readonly T[] Declaration = Of("<!");
    private static readonly T[] Blanks = Of(" \t\r\n");
    private static readonly T[] NameEnds = Of(" \t\r\n<>=/\"'");
    private static readonly T[] Quotes = Of("\"'");

    internal static TagExcess? Find(ReadOnlySpan<T> text)
    {
        for (int position = 0, found; (found = text[position..].IndexOf(TagStart)) >= 0;)
        {
            position += found;
            var rest = text[position..];
            if (rest.StartsWith(Comment) || rest.StartsWith(Cdata) || rest.StartsWith(Instruction))
            {
                var end = rest.IndexOf(rest.StartsWith(Comment) ? CommentEnd : rest.StartsWith(Cdata) ? CdataEnd : InstructionEnd);
                if (end < 0)
                {
                    return null; // no document: it ends inside
                }

                position += end;
            }
            else if (rest.StartsWith(Declaration))
            {
                return null; // a document type, at which reading ends
            }
            else
            {
                if (InTag(rest, out var length) is var (what, limit))
                {
                    return new(what, limit, position);
                }

                position += length;
            }
        }

        return null;
    }

    private static (string What, int Limit)? InTag(ReadOnlySpan<T> text, out int length)
    {
        length = text.Length > 1 && text[1] == Slash ? 2 : 1;
        for (var names = 0; ; names++)
        {
            var name = LengthUpTo(NameEnds, text[length..]);
            if (name > XmlLimits.NameLength || names > XmlLimits.AttributesPerElement)
            {
                return name > XmlLimits.NameLength
                    ? ("a name is too long", XmlLimits.NameLength)
                    : ("an element has too many attributes", XmlLimits.AttributesPerElement);
            }

            length += name;
            if (names > 0)
            {
                length += LengthUpTo(Quotes, text[length..]);
                var value = length < text.Length ? text[(length + 1)..].IndexOf(text[length]) : -1;
                if (value > XmlLimits.AttributeLength)
                {
                    return ("an attribute's value is too long", XmlLimits.AttributeLength);
                }

                length = value < 0 ? text.Length : length + value + 2;
            }

            length += Math.Max(text[length..].IndexOfAnyExcept(Blanks), 0);
            if (length >= text.Length || text[length] == TagEnd || text[length] == Slash)
            {
                return null;
            }
        }
    }

    private static int LengthUpTo(T[] ends, ReadOnlySpan<T> text) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    private static T[] Of(string text) => [.. text.Select(T.CreateTruncating)];
}
