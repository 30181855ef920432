using SessionState.Engine.Schema;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads a configuration schema: the attributes of the sections' own elements.</summary>
internal static class ServerSchemaReader
{
    internal static ServerSchema Read(CheckedXmlReader reader)
    {
        var (attributes, sections) = (new List<string>(), new List<string>());
        if (reader.NextChild(CheckedXmlReader.Document))
        {
            for (var schema = reader.Enter(); reader.NextChild(schema);)
            {
                if (reader.Name == "sectionSchema" && Name(reader) is { } section && SectionSchemas.Find(section) is not null)
                {
                    sections.Add(section);
                    ReadSection(reader, section, attributes);
                }
            }
        }

        while (reader.Read())
        {
            // What follows must be well-formed too.
        }

        return new ServerSchema(attributes, sections);
    }

    private static void ReadSection(CheckedXmlReader reader, string section, List<string> attributes)
    {
        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            if (reader.Name == "attribute" && Name(reader) is { } name)
            {
                attributes.Add($"{section}@{name}");
            }
        }
    }

    private static string? Name(CheckedXmlReader reader)
    {
        string? name = null;
        while (reader.NextAttribute())
        {
            name = reader.Name == "name" ? reader.Value : name;
        }

        return name;
    }
}
