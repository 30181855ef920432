using SessionState.Engine.Hierarchy;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads <c>configurationRedirection</c>; user name and password are passed over.</summary>
internal static class RedirectionReader
{
    internal static Redirection Read(CheckedXmlReader reader)
    {
        var found = Redirection.None;
        if (reader.NextChild(CheckedXmlReader.Document))
        {
            for (var configuration = reader.Enter(); reader.NextChild(configuration);)
            {
                if (reader.Name == "configurationRedirection")
                {
                    found = ReadElement(reader);
                }
            }
        }

        while (reader.Read())
        {
            // What follows must be well-formed too.
        }

        return found;
    }

    private static Redirection ReadElement(CheckedXmlReader reader)
    {
        var found = Redirection.None with { Line = reader.Line };
        while (reader.NextAttribute())
        {
            found = reader.Name switch
            {
                "enabled" => found with { IsEnabled = bool.TryParse(reader.Value, out var enabled) && enabled },
                "path" => found with { Path = reader.Value },
                _ => found,
            };
        }

        return found;
    }
}
