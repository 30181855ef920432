namespace SessionState.Engine.Schema;

/// <summary>An element of a section as the schema declares it: its attributes, and those of them that are settings.</summary>
internal sealed class ElementSchema(string name, params string[] attributes)
{
    private Setting?[] _settings = [];

    internal string Name { get; } = name;

    internal string[] Attributes { get; } = attributes;

    /// <summary>Whether some of its attributes are rows of <see cref="Settings.All"/>: settings of sessions.</summary>
    internal bool HoldsSettings { get; init; }

    /// <summary>True where it may have more attributes and children than are known here: nothing in it is called unknown.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>True where its content is legal and does not matter to us, such as a collection of providers.</summary>
    internal bool IsOpaque { get; init; }

    /// <summary>The index of an attribute's name; -1 for an unknown one. Names are case-sensitive.</summary>
    internal int IndexOf(string attribute) => Array.IndexOf(Attributes, attribute);

    /// <summary>The schema's own copy of an attribute name; null for an unknown attribute.</summary>
    internal string? Find(string attribute) => IndexOf(attribute) is >= 0 and var index ? Attributes[index] : null;

    /// <summary>The setting that an attribute is; null where the product does not know it.</summary>
    internal Setting? Setting(int attribute) => _settings[attribute];

    /// <summary>The attribute that was meant by a name in another letter case, where it is a setting; null for none.</summary>
    internal Setting? Misspelled(string attribute) =>
        Array.Find(_settings, setting => setting?.Attribute.Equals(attribute, StringComparison.OrdinalIgnoreCase) == true);

    internal void Bind(string section, string element) => _settings = Array.ConvertAll(
        Attributes,
        attribute => Settings.Known.FirstOrDefault(setting =>
            setting.Section == section && setting.Element == element && setting.Attribute == attribute));
}
