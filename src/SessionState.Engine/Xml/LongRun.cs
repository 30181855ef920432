namespace SessionState.Engine.Xml;

/// <summary>
/// Tells in one cheap look over a text whether any name or value in it can be too long, so that the usual file is spared a look at each.
/// </summary>
internal static class LongRun
{
    /// <summary>Every name is followed by one of these.</summary>
    internal const string NameEnds = " \t\r\n<>=/\"'";

    /// <summary>Whether more than <paramref name="limit"/> characters in a row are none of <paramref name="ends"/>.</summary>
    internal static bool Exists(string text, int limit, string ends)
    {
        var rest = text.AsSpan();
        while (rest.Length > limit)
        {
            var end = rest[..(limit + 1)].LastIndexOfAny(ends);
            if (end < 0)
            {
                return true;
            }

            rest = rest[(end + 1)..];
        }

        return false;
    }
}
