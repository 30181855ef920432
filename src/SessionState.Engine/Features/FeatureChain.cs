using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Features;

/// <summary>What the files say about features for one node: in order, the weakest first, as sections are merged.</summary>
internal sealed class FeatureChain
{
    private readonly List<(FeatureList List, ConfigurationFile File, bool IsServer)> _lists = [];

    internal FeatureChain(ConfigurationNode node, ConfigurationFile applicationHost)
    {
        var levels = new List<ConfigurationNode>();
        for (var level = node; level is not null; level = level.Parent)
        {
            levels.Insert(0, level);
        }

        foreach (var level in levels)
        {
            foreach (var owner in levels)
            {
                var file = owner.Depth == 0 ? applicationHost : owner.WebConfigCounts ? owner.WebConfig : null;
                IsKnown &= file is null or { IsReadable: true, Fatal: null };
                Take(file, owner, level, node);
                if (ReferenceEquals(owner, level))
                {
                    break;
                }
            }
        }
    }

    /// <summary>False where one of the files could not be read, or says more than was kept.</summary>
    internal bool IsKnown { get; private set; } = true;

    /// <summary>Whether lower files removed entries without telling us which.</summary>
    internal bool RemovesOthers => _lists.Exists(one => !one.IsServer && one.List.RemovesOthers);

    /// <summary>applicationHost.config's own list of that section; null where it has none.</summary>
    internal FeatureList? OfServer(string section) => _lists.Find(one => one.IsServer && one.List.Section == section).List;

    /// <summary>The entries that hold at the node, in the order in which IIS asks them: what a lower file adds comes first.</summary>
    internal List<FeatureEntry> Merge(string section)
    {
        var entries = new List<FeatureEntry>();
        foreach (var (list, file, isServer) in _lists.Where(one => one.List.Section == section))
        {
            var added = 0;
            foreach (var item in list.Items)
            {
                switch (item.Action)
                {
                    case FeatureAction.Clear:
                        entries.Clear();
                        added = 0;
                        break;
                    case FeatureAction.Remove:
                        added -= entries.FindIndex(entry => FeatureSections.Is(entry.Item.Name, item.Name)) is >= 0 and var at && at < added ? 1 : 0;
                        entries.RemoveAll(entry => FeatureSections.Is(entry.Item.Name, item.Name));
                        break;
                    default:
                        entries.Insert(isServer ? entries.Count : added++, new FeatureEntry(item, file.Path));
                        break;
                }
            }
        }

        return entries;
    }

    /// <summary>The last word that took something out of a section; null for none.</summary>
    internal (FeatureList List, string File)? LastRemoval(string section) => _lists
        .Where(one => one.List.Section == section && one.List.Items.Any(item => item.Action != FeatureAction.Add))
        .Select(one => ((FeatureList, string)?)(one.List, one.File.Path))
        .LastOrDefault();

    private void Take(ConfigurationFile? file, ConfigurationNode owner, ConfigurationNode level, ConfigurationNode node)
    {
        foreach (var list in file?.Features ?? [])
        {
            IsKnown &= !ReferenceEquals(list, FeatureList.TooMuch);
            if (IsFor(list.Location, owner, level) && Inherits(list.Location, level, node))
            {
                _lists.Add((list, file!, level.Depth == 0));
            }
        }
    }

    private static bool IsFor(LocationTag? location, ConfigurationNode owner, ConfigurationNode level) =>
        location is null or { IsOwnLevel: true } ? ReferenceEquals(owner, level)
        : !location.IsIdle && FeatureSections.Is(owner.Depth == 0 ? location.Path : $"{owner.Path}/{location.Path}", level.Path);

    private static bool Inherits(LocationTag? location, ConfigurationNode level, ConfigurationNode node) =>
        location is not { InheritInChildApplications: false } || ReferenceEquals(level.Application, node.Application);
}
