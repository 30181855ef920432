using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>Compares two snapshots: which settings of a section have another effective value.</summary>
internal static class SectionEffects
{
    /// <summary>The changes, setting by setting, in tree order.</summary>
    /// <param name="before">The snapshot before the edit.</param>
    /// <param name="after">The snapshot after it.</param>
    /// <param name="section">Full name of the section.</param>
    /// <param name="path">The node that the edit is for.</param>
    /// <param name="file">The edited file.</param>
    public static ImmutableArray<SettingChange> Read(
        ServerConfiguration before, ServerConfiguration after, string section, string path, string file) =>
    [
        .. Settings.All
            .Where(setting => setting.Section == section)
            .SelectMany(setting => new EffectReader(before, after, setting).Read(path, file)
                .Select(change => new SettingChange(setting, change.Node, change.Before, change.After))),
    ];
}
