namespace SessionState.Engine.Hierarchy;

/// <summary>One site's part of the tree.</summary>
/// <param name="Node">The site's node with everything below it.</param>
/// <param name="NodeCount">Number of nodes, the site's included.</param>
internal sealed record SiteTree(ConfigurationNode Node, int NodeCount);
