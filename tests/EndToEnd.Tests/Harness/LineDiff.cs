namespace EndToEnd.Tests.Harness;

/// <summary>What differs between two texts: everything between the lines that both begin with and the lines that both end with.</summary>
internal static class LineDiff
{
    /// <summary>The lines that went, with "-", then the lines that came, with "+". All lines must end as the first one does.</summary>
    public static string Of(string before, string after)
    {
        var lineEnd = before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Assert.Equal(after.ReplaceLineEndings(lineEnd), after);
        var (old, now) = (before.Split(lineEnd), after.Split(lineEnd));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var rest = Math.Min(old.Length, now.Length) - start;
        var end = old.Reverse().Zip(now.Reverse()).Take(rest).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', [.. old[start..^end].Select(line => $"-{line}"), .. now[start..^end].Select(line => $"+{line}")]);
    }
}
