using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Service.Changes;

/// <summary>Something a node inherits unless a file says otherwise: the value of a setting, or the locks of a section.</summary>
/// <param name="Name">The setting's or section's full name.</param>
/// <param name="Read">What holds at a node, in words; null in error. Never a secret.</param>
internal sealed record ComparedAspect(string Name, Func<ConfigurationNode, string?> Read)
{
    public static IReadOnlyList<ComparedAspect> All { get; } =
    [
        .. Settings.All.Select(setting => new ComparedAspect(setting.Name, node => EffectiveValueReader.Read(node, setting).Value)),
        .. Settings.All.Select(setting => setting.Section).Distinct().Select(section => new ComparedAspect(section, node => LocksOf(node, section))),
    ];

    // "Deny", or "Allow" with what is locked all the same.
    private static string LocksOf(ConfigurationNode node, string section)
    {
        var locking = LockReader.Explain(node, section);
        return string.Join(
            ' ',
            locking.GranularLocks.Select(granular => $"<{granular.Element} {granular.Text}>").Distinct().Prepend($"{locking.EffectiveOverrideMode}"));
    }
}
