using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads <c>configSections</c>: which sections a file registers, and under which rules.</summary>
internal sealed class SectionDefinitionsReader(CheckedXmlReader reader, string file)
{
    private readonly List<SectionDefinition> _definitions = [];
    private readonly HashSet<string> _names = [];

    internal List<SectionDefinition> Definitions => _definitions;

    /// <summary>The first section that is registered twice; null for none.</summary>
    internal Diagnostic? Duplicate { get; private set; }

    internal void Read() => ReadGroup("");

    private void ReadGroup(string prefix)
    {
        for (var group = reader.Enter(); reader.NextChild(group);)
        {
            switch (reader.Name)
            {
                case "section":
                    Add(ReadSection(prefix));
                    break;
                case "sectionGroup":
                    ReadGroup(prefix + Attribute("name") + "/");
                    break;
            }
        }
    }

    private SectionDefinition ReadSection(string prefix)
    {
        var (name, mode, allowDefinition, allowLocation) = ("", OverrideMode.Allow, AllowDefinition.Everywhere, true);
        var line = reader.Line;
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "name":
                    name = reader.Value;
                    break;
                case "overrideModeDefault":
                    mode = reader.Value == "Deny" ? OverrideMode.Deny : OverrideMode.Allow;
                    break;
                case "allowDefinition":
                    allowDefinition = Enum.TryParse<AllowDefinition>(reader.Value, out var levels) ? levels : AllowDefinition.Everywhere;
                    break;
                case "allowLocation":
                    allowLocation = !reader.Value.Equals("false", StringComparison.OrdinalIgnoreCase);
                    break;
            }
        }

        return new SectionDefinition(prefix + name, mode, allowDefinition, allowLocation, line);
    }

    private void Add(SectionDefinition definition)
    {
        _definitions.Add(definition);
        if (!_names.Add(definition.Name))
        {
            Duplicate ??= DefinitionProblems.Duplicate(definition.Name, file, definition.Line);
        }
    }

    private string Attribute(string wanted)
    {
        var value = "";
        while (reader.NextAttribute())
        {
            value = reader.Name == wanted ? reader.Value : value;
        }

        return value;
    }
}
