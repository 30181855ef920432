using System.Globalization;
using System.Text;

namespace SessionState.Engine.Scripting;

/// <summary>
/// The one place that puts names and values into scripts. IIS lets names hold blanks, apostrophes, <c>$ ` % &amp; ! ^ [ ] #</c> and every
/// letter there is; each of them means something in some language.
/// </summary>
internal static class ScriptQuoting
{
    // PowerShell takes typographic quotation marks for straight ones.
    private const string PowerShellQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>An argument for a Windows program, always in quotation marks. It must hold none itself.</summary>
    /// <param name="text">The argument.</param>
    public static string Argument(string text)
    {
        // Backslashes before the closing mark would be taken for its escape.
        var trailing = text.Length - text.TrimEnd('\\').Length;
        return $"\"{text}{new string('\\', trailing)}\"";
    }

    /// <summary>An argument as it stands in a batch file, where a percent sign names a variable also between quotation marks.</summary>
    public static string InBatch(string argument) => argument.Replace("%", "%%", StringComparison.Ordinal);

    /// <summary>A string that PowerShell takes literally.</summary>
    public static string PowerShell(string text)
    {
        var quoted = new StringBuilder("'", text.Length + 2);
        foreach (var character in text)
        {
            quoted.Append(character);
            if (PowerShellQuotes.Contains(character, StringComparison.Ordinal))
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>A C# string. Letters of every language stay as they are.</summary>
    public static string CSharp(string text) => Escaped(text, character =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    /// <summary>A JavaScript string in ASCII, because Windows Script Host reads files in the code page of the machine.</summary>
    public static string JavaScript(string text) => Escaped(text, character => !IsPlain(character));

    /// <summary>A VBScript expression in ASCII, for the same reason.</summary>
    public static string VbScript(string text)
    {
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsPlain(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                parts.Add($"\"{text[start..end].Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            }

            for (start = end; start < text.Length && !IsPlain(text[start]); start++)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"ChrW(&H{(int)text[start]:X4})"));
            }
        }

        return parts.Count == 0 ? "\"\"" : string.Join(" & ", parts);
    }

    /// <summary>The value of a key in a WMI object path, in apostrophes.</summary>
    public static string WmiKey(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    private static string Escaped(string text, Func<char, bool> isEscaped)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            _ = character is '"' or '\\' ? quoted.Append('\\').Append(character)
                : isEscaped(character) ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '~';
}
