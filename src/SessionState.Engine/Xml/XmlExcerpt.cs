namespace SessionState.Engine.Xml;

/// <summary>
/// The part of a document that an edit looks into: of all elements directly in the document element, one group and the location tags of one
/// path. A large document has thousands of others, of which only the place matters.
/// </summary>
/// <param name="Group">Name of the group: <c>system.webServer</c>.</param>
/// <param name="LocationPath">The path of the location tags, in any letter case; "" for the file's own level.</param>
internal sealed record XmlExcerpt(string Group, string LocationPath)
{
    /// <param name="name">The element's name.</param>
    /// <param name="path">Its attribute <c>path</c>; null for none.</param>
    internal bool Wants(string name, string? path) => name == "location"
        ? (path is null or "." ? "" : path).Equals(LocationPath, StringComparison.OrdinalIgnoreCase)
        : name == Group;
}
