using System.Buffers;

namespace SessionState.Engine.Xml;

/// <summary>
/// Tells in one cheap look over a text whether any tag in it can be beyond a limit, so that the usual file is spared a look at each.
/// </summary>
internal static class LongRun
{
    // Every name is followed by one of the first; no tag holds a second of the other.
    private const string NameEndCharacters = " \t\r\n<>=/\"'";
    private const string TagStartCharacters = "<";

    // The shortest attribute is a blank, a letter, the equals sign and two quotes. One long value makes a longer run than this too.
    private const int ManyAttributes = XmlLimits.AttributesPerElement * 5;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(NameEndCharacters);
    private static readonly SearchValues<char> TagStarts = SearchValues.Create(TagStartCharacters);
    private static readonly SearchValues<byte> NameEndBytes = SearchValues.Create([.. NameEndCharacters.Select(end => (byte)end)]);
    private static readonly SearchValues<byte> TagStartBytes = SearchValues.Create([.. TagStartCharacters.Select(end => (byte)end)]);

    internal static bool IsPossibleIn(ReadOnlySpan<char> text) =>
        Exists(text, XmlLimits.NameLength, NameEnds) || Exists(text, ManyAttributes, TagStarts);

    internal static bool IsPossibleIn(ReadOnlySpan<byte> utf8) =>
        Exists(utf8, XmlLimits.NameLength, NameEndBytes) || Exists(utf8, ManyAttributes, TagStartBytes);

    private static bool Exists<T>(ReadOnlySpan<T> text, int limit, SearchValues<T> ends)
        where T : IEquatable<T>
    {
        while (text.Length > limit)
        {
            var end = text[..(limit + 1)].LastIndexOfAny(ends);
            if (end < 0)
            {
                return true;
            }

            text = text[(end + 1)..];
        }

        return false;
    }
}
