using System.Text.RegularExpressions;

namespace SessionState.Service.Diffs;

/// <summary>
/// Hides what must not be shown in the lines of a diff: values of attributes that hold credentials or keys, of application settings and
/// headers ("value"), which may be anything, encrypted values, and the content of encrypted elements.
/// </summary>
internal static partial class SecretMask
{
    private const string Hidden = "•••";

    /// <summary>The text with every secret hidden. Line ends stay, so that lines keep their numbers.</summary>
    /// <param name="text">Whole lines; they should begin where a tag begins, so that no value's beginning is cut off.</param>
    public static string Apply(string text) => SecretValue().Replace(text, match =>
    {
        var value = match.Groups["value"];
        return string.Concat(
            match.Value.AsSpan(0, value.Index - match.Index),
            Word().Replace(value.Value, Hidden),
            match.Value.AsSpan(value.Index - match.Index + value.Length));
    });

    // A value that is cut off at the end of the text is hidden, too.
    [GeneratedRegex(
        """
        (?:\w*value|\w*password|\w*pwd|\w*secret|\w*token|\w*connectionString|(?:session|validation|decryption|access|api|private)Key)\s*=\s*(?:"(?<value>[^"]*)|'(?<value>[^']*))
        |(?<value>\[enc:[^\]]*)
        |<(?:\w+:)?(?:CipherValue|value|password)(?:\s[^>]*)?>(?<value>[^<]*)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretValue();

    // One mark for the rest of a line, whatever its length.
    [GeneratedRegex(@"[^\r\n]+")]
    private static partial Regex Word();
}
