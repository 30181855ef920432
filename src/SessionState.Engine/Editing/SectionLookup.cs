using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>Finds where a document holds a section for a path.</summary>
internal static class SectionLookup
{
    /// <summary>
    /// Every element of that section for exactly that path, in order. A valid document has at most one.
    /// </summary>
    /// <param name="root">The document element.</param>
    /// <param name="locationPath">The path of the location tag; null for the file's own level, in or outside a tag.</param>
    /// <param name="section">Full name of the section.</param>
    public static List<XmlElementSource> Find(XmlElementSource root, string? locationPath, string section)
    {
        var holders = LocationTags.For(root, locationPath);
        var level = locationPath is null ? holders.Prepend(root) : holders;
        foreach (var name in section.Split('/'))
        {
            level = level.SelectMany(element => element.Children.Where(child => child.Name == name));
        }

        return [.. level];
    }

    /// <summary>Where a new section goes: into the plain location tag of that path if there is one, there into existing groups.</summary>
    /// <returns>The existing element, the names of what it lacks (the section's last), and whether a location tag is missing too.</returns>
    public static (XmlElementSource Parent, string[] Missing, bool NeedsTag) Gap(
        XmlElementSource root, string? locationPath, string section)
    {
        var names = section.Split('/');
        var tags = locationPath is null ? [root] : LocationTags.For(root, locationPath).Where(LocationTags.IsPlain);
        foreach (var tag in tags)
        {
            var (parent, missing) = Gap(tag, names);
            return (parent, missing, false);
        }

        return (root, names, true);
    }

    /// <summary>How far the groups of a section exist in a location tag or the document element, and which names are missing.</summary>
    public static (XmlElementSource Parent, string[] Missing) Gap(XmlElementSource holder, string[] names)
    {
        var (parent, known) = (holder, 0);
        while (known < names.Length && parent.Child(names[known]) is { } child)
        {
            (parent, known) = (child, known + 1);
        }

        return (parent, names[known..]);
    }
}
