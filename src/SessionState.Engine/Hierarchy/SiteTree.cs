using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>One site's part of a snapshot: the unit that is built, rebuilt and shared.</summary>
/// <param name="Site">What applicationHost.config says.</param>
/// <param name="Node">The site's node with everything below it.</param>
/// <param name="NodeCount">Number of nodes, the site's included.</param>
/// <param name="Content">The content of its virtual directories, in the order of applications and virtual directories in the file.</param>
internal sealed record SiteTree(Site Site, ConfigurationNode Node, int NodeCount, ImmutableArray<ContentRoot> Content);
