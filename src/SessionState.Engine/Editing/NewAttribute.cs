using System.Text;

namespace SessionState.Engine.Editing;

/// <summary>An attribute to write.</summary>
internal readonly record struct NewAttribute(string Name, string Value)
{
    /// <summary><c>name="value"</c>, escaped so that it reads back as it is.</summary>
    public string Write(char quote = '"') => $"{Name}={quote}{Escape(Value, quote)}{quote}";

    /// <summary>A value as it must be written between two such quotes.</summary>
    public static string Escape(string value, char quote)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '\t' => escaped.Append("&#x9;"),
                '\n' => escaped.Append("&#xA;"),
                '\r' => escaped.Append("&#xD;"),
                '"' when quote == '"' => escaped.Append("&quot;"),
                '\'' when quote == '\'' => escaped.Append("&apos;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
