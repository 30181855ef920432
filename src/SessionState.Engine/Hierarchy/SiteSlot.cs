using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// A site in a snapshot: the unit that is built, rebuilt and shared. Its tree is built when someone first looks at it, because a preview of
/// an edit in applicationHost.config looks at one site of many.
/// </summary>
internal sealed class SiteSlot(ServerLevel level, Site site, ImmutableArray<ContentRoot> content)
{
    private SiteTree? _tree;

    /// <summary>What applicationHost.config says.</summary>
    internal Site Site { get; } = site;

    /// <summary>The content of its virtual directories, in the order of applications and virtual directories in the file.</summary>
    internal ImmutableArray<ContentRoot> Content { get; } = content;

    /// <summary>Its part of the tree. Two threads may build it at once, but all see the same one.</summary>
    internal SiteTree Tree => _tree ?? Interlocked.CompareExchange(ref _tree, level.Build(Site, Content), null) ?? _tree!;

    internal string Name => Site.Name;

    internal SiteSlot On(ServerLevel other) => new(other, Site, Content);

    internal SiteSlot With(ImmutableArray<ContentRoot> other) => new(level, Site, other);
}
