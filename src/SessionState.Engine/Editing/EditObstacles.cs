using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>What makes an edit unsafe where the section already stands.</summary>
internal sealed class EditObstacles(XmlSource source, string file, Setting setting)
{
    private static readonly string[] LockAttributes =
        ["lockAttributes", "lockAllAttributesExcept", "lockElements", "lockAllElementsExcept", "lockItem"];

    /// <summary>The same thing twice: nobody can say which one counts, and IIS reads neither.</summary>
    public EditRefusal? Duplicate(string what, List<XmlElementSource> found) => found.Count < 2 ? null : Refuse(
        $"{what} stands more than once for this path in {file} (lines {string.Join(" and ", found.Select(LineOf))}), which IIS does not accept.",
        found[1],
        "Remove all but one of them from the file first.");

    /// <summary>A section whose content is elsewhere or encrypted.</summary>
    public EditRefusal? InSection(XmlElementSource? section)
    {
        foreach (var attribute in section?.Attributes ?? [])
        {
            if (attribute.Name is "configSource" or "childSource")
            {
                return Refuse(
                    $"The content of {setting.Section} is in another file, which line {LineOf(section!.Value)} of {file} names in {attribute.Name}.",
                    section.Value,
                    "Edit that file by hand, or bring its content here first.");
            }
        }

        return section is { } element && IsEncrypted(element)
            ? Refuse($"The section {setting.Section} is encrypted in {file}, line {LineOf(element)}.", element, "Decrypt the section first.")
            : null;
    }

    /// <summary>An attribute that IIS would reject, whatever we write beside it.</summary>
    public EditRefusal? InElement(XmlElementSource? element)
    {
        foreach (var attribute in element?.Attributes ?? [])
        {
            if (!IsKnown(attribute.Name))
            {
                return Refuse(
                    $"IIS does not know the attribute '{attribute.Name}' of <{setting.Element}> in {file}, line {LineOf(element!.Value)}.",
                    element.Value,
                    "Correct or remove that attribute first.");
            }
        }

        return null;
    }

    private static bool IsEncrypted(XmlElementSource section) =>
        section.Attribute("configProtectionProvider") is not null || section.Child("EncryptedData") is not null;

    private bool IsKnown(string name) =>
        LockAttributes.Contains(name) || name.StartsWith("xmlns", StringComparison.Ordinal)
        || Settings.All.Any(known => known.Section == setting.Section && known.Element == setting.Element && known.Attribute == name);

    private int LineOf(XmlElementSource element) => new LineMap(source.Text).PositionOf(element.Span.Start).Line;

    private EditRefusal Refuse(string message, XmlElementSource element, string remedy) =>
        new(RefusalKind.NotHere, message, file, LineOf(element), remedy);
}
