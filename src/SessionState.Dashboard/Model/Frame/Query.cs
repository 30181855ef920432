using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>Reads the query of an address that anybody may have typed: what makes no sense counts as missing.</summary>
internal sealed class Query(string uri)
{
    private readonly Dictionary<string, StringValues> _values = QueryHelpers.ParseQuery(new Uri(uri).Query);

    public string? this[string name] => _values.TryGetValue(name, out var value) ? value.ToString() : null;

    public static string? Word<T>(T? value)
        where T : struct, Enum
        => value?.ToString().ToLowerInvariant();

    public T? Enum<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), this[name], StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
