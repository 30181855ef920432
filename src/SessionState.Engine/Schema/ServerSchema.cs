using System.Collections.Frozen;
using SessionState.Engine.Reading;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Schema;

/// <summary>
/// Which attributes a server's own schema declares (<c>inetsrv\config\schema\ASPNET_schema.xml</c>), so that a newer attribute can be told
/// from one that IIS's tools on that server would refuse.
/// </summary>
public sealed class ServerSchema
{
    private readonly FrozenSet<string> _attributes;
    private readonly FrozenSet<string> _sections;

    internal ServerSchema(IReadOnlyCollection<string> attributes, IReadOnlyCollection<string> sections) =>
        (_attributes, _sections) = (attributes.ToFrozenSet(), sections.ToFrozenSet());

    /// <summary>Reads the file; null where it is no schema that can be read.</summary>
    /// <param name="file">Where it is on this machine.</param>
    /// <param name="bytes">Its content.</param>
    public static ServerSchema? Read(string file, ReadOnlyMemory<byte> bytes)
    {
        if (SourceText.Decode(bytes.Span, file, out _) is not { } source)
        {
            return null;
        }

        using var reader = new CheckedXmlReader(source.Text, file);
        var schema = ServerSchemaReader.Read(reader);
        return reader.Problem is null ? schema : null;
    }

    /// <summary>False where the schema has the setting's section, but not its attribute.</summary>
    public bool Knows(Setting setting) => !_sections.Contains(setting.Section) || _attributes.Contains($"{setting.Section}@{setting.Attribute}");
}
