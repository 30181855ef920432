using System.Buffers;

namespace SessionState.Engine.Xml;

/// <summary>
/// Tells in one cheap look over a text whether any name or value in it can be too long, so that the usual file is spared a look at each.
/// </summary>
internal static class LongRun
{
    // Every name is followed by one of the first; no value holds the second.
    private const string NameEndCharacters = " \t\r\n<>=/\"'";
    private const string ValueEndCharacters = "<";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(NameEndCharacters);
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(ValueEndCharacters);
    private static readonly SearchValues<byte> NameEndBytes = SearchValues.Create([.. NameEndCharacters.Select(end => (byte)end)]);
    private static readonly SearchValues<byte> ValueEndBytes = SearchValues.Create([.. ValueEndCharacters.Select(end => (byte)end)]);

    internal static bool IsPossibleIn(ReadOnlySpan<char> text) =>
        Exists(text, XmlLimits.NameLength, NameEnds) || Exists(text, XmlLimits.AttributeLength, ValueEnds);

    internal static bool IsPossibleIn(ReadOnlySpan<byte> utf8) =>
        Exists(utf8, XmlLimits.NameLength, NameEndBytes) || Exists(utf8, XmlLimits.AttributeLength, ValueEndBytes);

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
