using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SessionState.Service.Endpoints;

/// <summary>Ascending instants as one query parameter: milliseconds since 1970 (UTC) with commas between them.</summary>
internal sealed record Instants(IReadOnlyList<DateTimeOffset> All) : IParsable<Instants>
{
    private const long Latest = 253_402_300_799_999;

    public static Instants Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var instants) ? instants : throw new FormatException($"'{s}' is no list of ascending instants.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Instants? result)
    {
        result = null;
        var all = new List<DateTimeOffset>();
        foreach (var part in (s ?? "").Split(','))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) || instant > Latest)
            {
                return false;
            }

            var next = DateTimeOffset.FromUnixTimeMilliseconds(instant);
            if (all.Count > 0 && next <= all[^1])
            {
                return false;
            }

            all.Add(next);
        }

        result = new(all);
        return true;
    }
}
