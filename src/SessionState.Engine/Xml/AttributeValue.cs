using System.Globalization;
using System.Text;

namespace SessionState.Engine.Xml;

/// <summary>Resolves what XML lets authors write in an attribute value: character references and line ends.</summary>
internal static class AttributeValue
{
    internal static string Decode(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOfAny("&\r\n\t") < 0)
        {
            return raw.ToString();
        }

        var result = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            switch (raw[i])
            {
                case '&':
                    var end = raw[i..].IndexOf(';');
                    result.Append(Reference(raw.Slice(i + 1, end - 1)));
                    i += end;
                    break;
                case '\r' when i + 1 < raw.Length && raw[i + 1] == '\n':
                    break;
                case '\r' or '\n' or '\t':
                    result.Append(' ');
                    break;
                default:
                    result.Append(raw[i]);
                    break;
            }
        }

        return result.ToString();
    }

    private static string Reference(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var hex] => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
        _ => char.ConvertFromUtf32(int.Parse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture)),
    };
}
