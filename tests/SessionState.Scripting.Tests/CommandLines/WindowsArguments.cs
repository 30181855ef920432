using System.Text;

namespace SessionState.Scripting.Tests.CommandLines;

/// <summary>How the command prompt and a Windows program take a line apart (CommandLineToArgvW).</summary>
internal static class WindowsArguments
{
    /// <summary>The arguments after the program's name.</summary>
    public static IReadOnlyList<string> Of(string line)
    {
        var arguments = new List<string>();
        var (current, quoted, any) = (new StringBuilder(), false, false);
        for (var position = 0; position <= line.Length; position++)
        {
            var character = position < line.Length ? line[position] : ' ';
            if (character == '\\')
            {
                position = ReadBackslashes(line, position, current, out var isQuote);
                quoted ^= isQuote;
                any = true;
            }
            else if (character == '"')
            {
                (quoted, any) = (!quoted, true);
            }
            else if (character == ' ' && !quoted)
            {
                if (any)
                {
                    arguments.Add(current.ToString());
                }

                (any, current) = (false, new());
            }
            else
            {
                current.Append(character);
                any = true;
            }
        }

        Assert.False(quoted, line);
        return arguments[1..];
    }

    /// <summary>A line of a batch file after its percent signs were read.</summary>
    public static string OfBatch(string line)
    {
        var left = line.Replace("%windir%", "C:/Windows", StringComparison.Ordinal).Replace("%%", "\0", StringComparison.Ordinal);
        Assert.DoesNotContain('%', left);
        return left.Replace('\0', '%');
    }

    /// <summary>True where the command prompt would see one of its own signs outside quotation marks.</summary>
    public static bool IsInterpreted(string line)
    {
        var quoted = false;
        foreach (var character in line)
        {
            quoted ^= character == '"';
            if (!quoted && "&|<>^()".Contains(character, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int ReadBackslashes(string line, int start, StringBuilder current, out bool isQuote)
    {
        var end = start;
        while (end < line.Length && line[end] == '\\')
        {
            end++;
        }

        var count = end - start;
        var beforeQuote = end < line.Length && line[end] == '"';
        isQuote = beforeQuote && count % 2 == 0;
        current.Append('\\', beforeQuote ? count / 2 : count);
        if (beforeQuote && !isQuote)
        {
            current.Append('"');
        }

        return beforeQuote ? end : end - 1;
    }
}
