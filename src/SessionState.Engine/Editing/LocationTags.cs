using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>The location tags of a document.</summary>
internal static class LocationTags
{
    /// <summary>Whether the element is a location tag: they stand directly in the document element.</summary>
    public static bool IsLocation(XmlElementSource element) => element is { Name: "location", Parent: { Parent: null } };

    /// <summary>The tags for exactly that path, without regard to case.</summary>
    /// <param name="root">The document element.</param>
    /// <param name="path">The path; null for the file's own level, which a tag names with "", "." or no path.</param>
    public static IEnumerable<XmlElementSource> For(XmlElementSource root, string? path) =>
        root.Children.Where(element => element.Name == "location" && IsFor(element, path ?? ""));

    /// <summary>Whether the tag says nothing but its path, so that another setting may be written into it.</summary>
    public static bool IsPlain(XmlElementSource tag) => tag.Attributes.All(attribute => attribute.Name switch
    {
        "path" => true,
        "overrideMode" => attribute.Value == "Inherit",
        "inheritInChildApplications" => attribute.Value == "true",
        _ => false,
    });

    /// <summary>Whether the tag has no attribute but its path.</summary>
    public static bool IsBare(XmlElementSource tag) => tag.Attributes is [] or [{ Name: "path" }];

    /// <summary>The location tag that an element stands in; null for none.</summary>
    public static XmlElementSource? Around(XmlElementSource element)
    {
        var top = element;
        while (top.Parent is { Parent: not null } parent)
        {
            top = parent;
        }

        return IsLocation(top) && top != element ? top : null;
    }

    private static bool IsFor(XmlElementSource tag, string path)
    {
        var own = tag.Attribute("path")?.Value;
        return (own is null or "." ? "" : own).Equals(path, StringComparison.OrdinalIgnoreCase);
    }
}
