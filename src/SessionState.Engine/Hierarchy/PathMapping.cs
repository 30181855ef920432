namespace SessionState.Engine.Hierarchy;

/// <summary>Where the virtual paths from a node down lead.</summary>
/// <param name="Node">The node of the virtual directory, or of the site or application that lacks its root.</param>
/// <param name="Directory">The virtual directory; null where the site or application lacks its root, so that nothing is served.</param>
/// <param name="Content">What is on the disk there.</param>
internal sealed record PathMapping(ConfigurationNode Node, VirtualDirectory? Directory, ContentRoot Content);
