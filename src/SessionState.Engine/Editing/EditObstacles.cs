using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>What makes an edit unsafe where the section already stands.</summary>
internal sealed class EditObstacles(XmlSource source, string file, string section)
{
    private static readonly string[] LockAttributes =
        ["lockAttributes", "lockAllAttributesExcept", "lockElements", "lockAllElementsExcept", "lockItem"];

    /// <summary>The same thing twice: nobody can say which one counts, and IIS reads neither.</summary>
    public EditRefusal? Duplicate(string what, List<XmlElementSource> found) => found.Count < 2 ? null : new(
        RefusalKind.NotHere,
        $"{what} stands more than once for this path in {file} (lines {string.Join(" and ", found.Select(LineOf))}).",
        file,
        LineOf(found[1]),
        "IIS accepts only one: remove the others from the file first.");

    /// <summary>A section whose content is elsewhere or encrypted.</summary>
    public EditRefusal? InSection(XmlElementSource? found)
    {
        if (found is not { } element)
        {
            return null;
        }

        var elsewhere = element.Attribute("configSource") ?? element.Attribute("childSource");
        var isEncrypted = element.Attribute("configProtectionProvider") is not null || element.Child("EncryptedData") is not null;
        return elsewhere is { } attribute
            ? Refuse($"{attribute.Name} puts {section} into another file", element, "Edit that file by hand.")
            : isEncrypted ? Refuse($"{section} is encrypted", element, "Decrypt the section first.")
            : null;
    }

    /// <summary>An attribute that IIS would reject, whatever we write beside it.</summary>
    public EditRefusal? InElement(XmlElementSource? element, Setting setting)
    {
        foreach (var attribute in element?.Attributes ?? [])
        {
            if (!IsKnown(attribute.Name, setting))
            {
                return Refuse(
                    $"IIS does not know the attribute '{attribute.Name}' of <{element!.Value.Name}>",
                    element.Value,
                    "Correct or remove that attribute first.");
            }
        }

        return null;
    }

    private static bool IsKnown(string name, Setting setting) =>
        LockAttributes.Contains(name) || name.StartsWith("xmlns", StringComparison.Ordinal)
        || SectionSchemas.Find(setting.Section)?.ElementOf(setting) is not { } schema
        || schema.IsOpen || schema.Find(name) is not null
        || (name == "configBuilders" && setting.Evaluator == Evaluator.Managed);

    private int LineOf(XmlElementSource element) => new LineMap(source.Text).PositionOf(element.Span.Start).Line;

    private EditRefusal Refuse(string what, XmlElementSource element, string remedy) =>
        new(RefusalKind.NotHere, $"{what}: {file}, line {LineOf(element)}.", file, LineOf(element), remedy);
}
