using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Words beside a level that explain what it does to others, or why it does not count.</summary>
internal static class LadderNotes
{
    internal const string NotInherited =
        "Not inherited: the location tag says inheritInChildApplications=\"false\", and this is another application.";

    internal static string NoSubFolders(ConfigurationNode node) =>
        $"Not read: the virtual directory '{node.Mapping?.Node.Path}' says allowSubDirConfig=\"false\".";

    internal static string LockedByDefault(ConfigurationFile applicationHost, Setting setting) =>
        $"Locks the section: it is registered with overrideModeDefault=\"Deny\" (line {applicationHost.Definition(setting.Section)?.Line}), so a "
        + "web.config may not contain it unless a location tag here allows it.";

    /// <summary>What an input locks or unlocks for the files below; null for nothing.</summary>
    internal static string? Locks(NodeInput input, Setting setting) => input.Section.OverrideMode switch
    {
        OverrideMode.Deny => "Locks the section: files below may not contain it.",
        OverrideMode.Allow => "Unlocks the section: files below may contain it.",
        _ => LocksSetting(input, setting) ? $"Locks '{setting.Attribute}': files below may not set it." : null,
    };

    /// <summary>Whether an attribute, element or item lock of an input keeps files below from setting it.</summary>
    internal static bool LocksSetting(NodeInput input, Setting setting)
    {
        var section = input.Section;
        var element = section.Schema.Child(setting.Element) is { } schema ? section.Child(schema) : null;
        return section.Root.Locks is { } root && (root.Item || root.LocksElement(setting.Element))
            || element?.Locks is { } locks && (locks.Item || locks.LocksAttribute(setting.Attribute));
    }
}
