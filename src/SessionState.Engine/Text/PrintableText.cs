using System.Buffers;
using System.Globalization;
using System.Text;

namespace SessionState.Engine.Text;

/// <summary>
/// Makes one printable line of a sentence that quotes names from files: names can hold line ends, signs that turn the direction of writing,
/// or half a character, and can be long.
/// </summary>
internal static class PrintableText
{
    private const int Longest = 2_000;

    // Control characters, line separators, direction marks, surrogates.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Range(0, 0x1F), .. Range(0x7F, 0x9F), '\u061C', .. Range(0x200E, 0x200F), .. Range(0x2028, 0x202E), .. Range(0x2066, 0x2069),
            .. Range(0xD800, 0xDFFF)]);

    internal static string Of(string text)
    {
        if (text.Length <= Longest && !text.AsSpan().ContainsAny(Suspicious))
        {
            return text;
        }

        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
        {
            _ = rune.IsBmp && Suspicious.Contains((char)rune.Value)
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : line.Append(rune.ToString());
        }

        return line.Append(text.Length > Longest ? "…" : "").ToString();
    }

    private static char[] Range(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(code => (char)code)];
}
