using System.Globalization;
using System.Text;

namespace SessionState.Scripting.Tests.VbScript;

/// <summary>
/// Reads the VBScript that is written here, token by token. No engine for VBScript runs here, so this stands for one: it knows the language's
/// strings, names and numbers, and puts the parts of a text together as the language does.
/// </summary>
internal static class VbScriptText
{
    /// <summary>Every text of a line, put together: <c>"a" &amp; ChrW(&amp;H00FC)</c> is one.</summary>
    public static IReadOnlyList<string> Texts(string line)
    {
        var texts = new List<string>();
        StringBuilder? current = null;
        for (var position = 0; position < line.Length;)
        {
            if (line[position] == '"')
            {
                position = ReadString(line, position, current ??= new());
            }
            else if (string.CompareOrdinal(line, position, "ChrW(&H", 0, 7) == 0)
            {
                (current ??= new()).Append((char)int.Parse(line.AsSpan(position + 7, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                Assert.Equal(')', line[position + 11]);
                position += 12;
            }
            else if (string.CompareOrdinal(line, position, " & ", 0, 3) == 0 && current is not null)
            {
                position += 3;
            }
            else
            {
                Assert.True(char.IsAsciiLetterOrDigit(line[position]) || " ._=(),-".Contains(line[position], StringComparison.Ordinal), line);
                End();
                position++;
            }
        }

        End();
        return texts;

        void End()
        {
            if (current is not null)
            {
                texts.Add(current.ToString());
                current = null;
            }
        }
    }

    private static int ReadString(string line, int start, StringBuilder text)
    {
        for (var position = start + 1; position < line.Length; position++)
        {
            if (line[position] != '"')
            {
                text.Append(line[position]);
            }
            else if (position + 1 < line.Length && line[position + 1] == '"')
            {
                text.Append('"');
                position++;
            }
            else
            {
                return position + 1;
            }
        }

        throw new InvalidOperationException($"A string does not end: {line}");
    }
}
