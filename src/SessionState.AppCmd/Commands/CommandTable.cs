using System.Collections.Immutable;

namespace SessionState.AppCmd.Commands;

/// <summary>Everything this tool can do. Another object or verb is another row.</summary>
internal static class CommandTable
{
    public static ImmutableArray<ManagedObject> Objects { get; } =
    [
        SiteObject.Definition,
        ApplicationObject.Definition,
        VirtualDirectoryObject.Definition,
        ApplicationPoolObject.Definition,
        ConfigObject.Definition,
        PageObject.Definition,
        ChangeObject.Definition,
        AuditObject.Definition,
        CompletionObject.Definition,
    ];

    /// <summary>Finds an object by its name or plural, without regard to case.</summary>
    public static ManagedObject? Find(string name) => Objects.FirstOrDefault(item =>
        name.StartsWith(item.Name, StringComparison.OrdinalIgnoreCase)
        && name.AsSpan(item.Name.Length) is "" or "s" or "S");
}
