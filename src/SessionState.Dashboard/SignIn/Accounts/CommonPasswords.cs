namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>
/// Finds passwords that are long and still among the first that somebody tries: words of the usual lists, names that are known here,
/// runs and repetitions, strung together and decorated with digits.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>So much must be left once everything common is taken out.</summary>
    private const int OwnCharacters = 7;

    private const int ShortestRun = 3;

    // Keys side by side, and alphabets: "qwertz", "cdef", "4567".
    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "qazwsxedcrfvtgbyhnujm", "1qaz2wsx3edc4rfv5tgb"];

    private static readonly string[] Words = ReadWords();

    /// <param name="password">What somebody wants to have.</param>
    /// <param name="known">Names that anybody would try with this account: the person's, the product's.</param>
    public static bool Contains(string password, params IEnumerable<string> known)
    {
        var rest = Plain(WithoutRuns(password.ToLowerInvariant()));
        foreach (var word in known.Select(Plain).Where(word => word.Length >= ShortestRun).Concat(Words))
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        var own = rest.Where(char.IsLetterOrDigit).ToList();
        return own.Count < OwnCharacters || own.Distinct().Count() < OwnCharacters - 1;
    }

    // Without blanks and without the disguises of P@ssw0rd.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(character => !char.IsWhiteSpace(character)).Select(character => character switch
    {
        '@' => 'a',
        '0' => 'o',
        '$' => 's',
        '3' => 'e',
        _ => character,
    }));

    private static string WithoutRuns(string text)
    {
        var kept = new List<char>();
        for (var start = 0; start < text.Length;)
        {
            var length = RunAt(text, start);
            if (length < ShortestRun)
            {
                kept.Add(text[start]);
                length = 1;
            }

            start += length;
        }

        return new string([.. kept]);
    }

    private static int RunAt(string text, int start)
    {
        var same = text.Skip(start).TakeWhile(character => character == text[start]).Count();
        return Rows.Concat(Rows.Select(row => new string([.. row.Reverse()])))
            .Select(row => row.IndexOf(text[start], StringComparison.Ordinal) is >= 0 and var at ? text.Skip(start).Zip(row.Skip(at)).TakeWhile(pair => pair.First == pair.Second).Count() : 0)
            .Append(same).Max();
    }

    private static string[] ReadWords()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("SessionState.Dashboard.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Plain).Distinct().OrderByDescending(word => word.Length)];
    }
}
