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

    internal const string HostIsNotRead =
        "Not read: ASP.NET does not read applicationHost.config, although IIS's tools show this value.";

    internal static string LockedByDefault(SectionDefinition definition) =>
        $"Locks the section: it is registered with overrideModeDefault=\"Deny\" (line {definition.Line}), so a "
        + "web.config may not contain it unless a location tag here allows it.";

    /// <summary>What an input locks or unlocks for the files below; null for nothing.</summary>
    internal static string? Locks(NodeInput input, Setting setting) => input.Section.OverrideMode switch
    {
        OverrideMode.Deny => "Locks the section: files below may not contain it.",
        OverrideMode.Allow => "Unlocks the section: files below may contain it.",
        _ => LocksSetting(input, setting) ? $"Locks '{setting.Attribute}': files below may not set it." : null,
    };

    /// <summary>Whether an input locks the section or the setting for the files below.</summary>
    internal static bool Locks(NodeInput input, Setting setting, bool lockedByDefault) =>
        input.Section.OverrideMode == OverrideMode.Deny
        || (input.Section.OverrideMode == OverrideMode.Inherit && lockedByDefault)
        || LocksSetting(input, setting);

    /// <summary>Whether an attribute, element or item lock of an input keeps files below from setting it.</summary>
    internal static bool LocksSetting(NodeInput input, Setting setting)
    {
        var section = input.Section;
        if (setting.IsOnSection)
        {
            return section.Root.Locks is { } own && (own.Item || own.LocksAttribute(setting.Attribute));
        }

        var element = section.Schema.Child(setting.Element) is { } schema ? section.Child(schema) : null;
        return section.Root.Locks is { } root && (root.Item || root.LocksElement(setting.Element))
            || element?.Locks is { } locks && (locks.Item || locks.LocksAttribute(setting.Attribute));
    }
}
