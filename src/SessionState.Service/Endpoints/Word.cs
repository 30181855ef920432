using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace SessionState.Service.Endpoints;

/// <summary>An enum in a query parameter: its words as in the contract's JSON, in any case, and never its numbers.</summary>
internal readonly record struct Word<T>(T Value) : IParsable<Word<T>>
    where T : struct, Enum
{
    /// <summary>The words as the contract writes them.</summary>
    public static IEnumerable<string> All => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    public static Word<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException($"'{s}' is none of: {string.Join(", ", All)}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Word<T> result)
    {
        var known = Enum.GetNames<T>().Contains(s, StringComparer.OrdinalIgnoreCase);
        result = known ? new(Enum.Parse<T>(s!, ignoreCase: true)) : default;
        return known;
    }
}
