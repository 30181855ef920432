using System.Buffers;

namespace SessionState.Engine.Xml;

/// <summary>
/// Tells in one cheap look over a text whether any name or value in it can be too long, so that the usual file is spared a look at each.
/// </summary>
internal static class LongRun
{
    // Every name is followed by one of the first; no value holds the second.
    private const string NameEnds = " \t\r\n<>=/\"'";
    private const string ValueEnds = "<";

    private static readonly SearchValues<char> _nameEnds = SearchValues.Create(NameEnds);
    private static readonly SearchValues<char> _valueEnds = SearchValues.Create(ValueEnds);
    private static readonly SearchValues<byte> _nameEndBytes = SearchValues.Create([.. NameEnds.Select(end => (byte)end)]);
    private static readonly SearchValues<byte> _valueEndBytes = SearchValues.Create([.. ValueEnds.Select(end => (byte)end)]);

    internal static bool IsPossibleIn(ReadOnlySpan<char> text) =>
        Exists(text, XmlLimits.NameLength, _nameEnds) || Exists(text, XmlLimits.AttributeLength, _valueEnds);

    internal static bool IsPossibleIn(ReadOnlySpan<byte> utf8) =>
        Exists(utf8, XmlLimits.NameLength, _nameEndBytes) || Exists(utf8, XmlLimits.AttributeLength, _valueEndBytes);

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
