using System.Buffers;
using System.Security.Cryptography;

namespace SessionState.Files.Reading;

/// <summary>
/// Names of our temporary files: hidden on Linux, never served by IIS (which refuses *.config), and recognisable after a crash.
/// </summary>
internal static class TemporaryName
{
    private const string Start = ".sessionstate-";
    private const string End = ".config";
    private const int RandomBytes = 8;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Create() => Start + RandomNumberGenerator.GetHexString(RandomBytes * 2, lowercase: true) + End;

    /// <summary>A second name that belongs to a temporary one: where Windows puts the file that it replaces.</summary>
    public static string AsideOf(string name)
    {
        var digit = name.Length - End.Length - 1;
        return $"{name[..digit]}{(name[digit] is '0' ? '1' : '0')}{name[(digit + 1)..]}";
    }

    public static bool IsOne(ReadOnlySpan<char> name) =>
        name.Length == Start.Length + (RandomBytes * 2) + End.Length
        && name.StartsWith(Start, StringComparison.Ordinal)
        && name.EndsWith(End, StringComparison.Ordinal)
        && !name[Start.Length..^End.Length].ContainsAnyExcept(Digits);
}
