namespace SessionState.Engine.Schema;

/// <summary>An element of a section as IIS_schema.xml declares it: its attributes, and those of them that are settings.</summary>
internal sealed class ElementSchema(string name, params string[] attributes)
{
    internal string Name { get; } = name;

    internal string[] Attributes { get; } = attributes;

    /// <summary>Whether some of its attributes are rows of <see cref="Settings"/>.</summary>
    internal bool HoldsSettings { get; init; }

    /// <summary>The schema's own copy of an attribute name; null for an unknown attribute. Names are case-sensitive.</summary>
    internal string? Find(string attribute) => Array.Find(Attributes, known => known == attribute);
}
