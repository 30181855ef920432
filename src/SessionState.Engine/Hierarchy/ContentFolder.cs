using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>A folder of a virtual directory's content, as found on the disk.</summary>
/// <param name="Name">Its name; "" for the root.</param>
/// <param name="LocalPath">Where it is on this machine.</param>
/// <param name="WebConfig">Its web.config; null for none. The same file reached twice should be the same object.</param>
/// <param name="Folders">Its sub-folders. A folder that is not listed is taken not to exist.</param>
public sealed record ContentFolder(
    string Name, string LocalPath, ConfigurationFile? WebConfig, ImmutableArray<ContentFolder> Folders);
