using SessionState.Engine.Hierarchy;

namespace SessionState.Service.Changes.Known;

/// <summary>Compares what was known with what is, as <see cref="ValueComparison"/> compares two snapshots.</summary>
internal static class KnownComparison
{
    public static List<NoticedEdit> Of(KnownValues before, ServerConfiguration after)
    {
        var edits = new List<NoticedEdit>();
        foreach (var aspect in ComparedAspect.All)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            Visit(after.Root, default, aspect, seen);

            // Where a value was and no file says anything any more.
            foreach (var node in before.PathsOf(aspect.Name).Where(path => !seen.Contains(path)).Select(after.Find).OfType<ConfigurationNode>())
            {
                var above = node.Parent is { } parent ? Change(parent, aspect) : default;
                Note(node, Change(node, aspect), above, aspect);
            }
        }

        return edits;

        void Visit(ConfigurationNode node, (string? Before, string? After) above, ComparedAspect aspect, HashSet<string> seen)
        {
            seen.Add(node.Path);
            var change = Change(node, aspect);
            Note(node, change, above, aspect);
            foreach (var child in node.Children.Where(child => child.IsConfigured))
            {
                Visit(child, change, aspect, seen);
            }
        }

        void Note(ConfigurationNode node, (string? Before, string? After) change, (string? Before, string? After) above, ComparedAspect aspect)
        {
            if (change.Before != change.After && change != above)
            {
                edits.Add(new(node.Path, aspect.Name, change.Before, change.After));
            }
        }

        (string? Before, string? After) Change(ConfigurationNode node, ComparedAspect aspect) =>
            (before.Of(aspect.Name, node.Path), aspect.Read(node));
    }
}
