namespace SessionState.AppCmd.Output;

/// <summary>
/// Line ends, on every operating system the same, because scripts compare bytes. IIS's appcmd ends usage and "not supported" texts in
/// CR CR LF and everything else in CR LF; what only this tool says (explain, explanations on standard error) ends in LF.
/// </summary>
internal static class NewLines
{
    public const string Recorded = "\r\n";
    public const string Usage = "\r\r\n";
    public const string Ours = "\n";

    /// <summary>The text with these line ends, the last line's included.</summary>
    public static string With(string text, string newLine) => text.ReplaceLineEndings(newLine) + newLine;
}
