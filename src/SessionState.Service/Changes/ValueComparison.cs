using SessionState.Engine.Hierarchy;

namespace SessionState.Service.Changes;

/// <summary>Compares two snapshots by value. Subtrees that both share are not looked at.</summary>
internal static class ValueComparison
{
    /// <summary>Every changed value and lock at the topmost node where it changed; nodes below that merely inherit the change are left out.</summary>
    public static List<NoticedEdit> Of(ServerConfiguration before, ServerConfiguration after)
    {
        var edits = new List<NoticedEdit>();
        foreach (var aspect in ComparedAspect.All)
        {
            Compare(before, before.Root, after, after.Root, aspect, default, edits);
        }

        return edits;
    }

    /// <summary>Names of the sites that are not the same; null where the server's own level changed.</summary>
    public static IReadOnlyCollection<string>? ChangedSites(ServerConfiguration before, ServerConfiguration after)
    {
        if (!ReferenceEquals(before.ApplicationHost, after.ApplicationHost))
        {
            return null;
        }

        return [.. Pairs(before.Root, after.Root)
            .Where(pair => !ReferenceEquals(pair.Before, pair.After))
            .Select(pair => (pair.After ?? pair.Before)!.Name)];
    }

    private static void Compare(
        ServerConfiguration before,
        ConfigurationNode? old,
        ServerConfiguration after,
        ConfigurationNode? now,
        ComparedAspect aspect,
        (string? Before, string? After) above,
        List<NoticedEdit> edits)
    {
        // What is not configured on either side inherits, and changes with what is above.
        if (ReferenceEquals(old, now) || (old is not { IsConfigured: true } && now is not { IsConfigured: true }))
        {
            return;
        }

        // A node that only one side lists still has a value on the other: that of the place it would be.
        var path = (now ?? old)!.Path;
        if ((old ?? before.Find(path)) is not { } was || (now ?? after.Find(path)) is not { } became)
        {
            return;
        }

        var change = (aspect.Read(was), aspect.Read(became));
        if (change.Item1 != change.Item2 && change != above)
        {
            edits.Add(new(path, aspect.Name, change.Item1, change.Item2));
        }

        foreach (var (childBefore, childAfter) in Pairs(old, now))
        {
            Compare(before, childBefore, after, childAfter, aspect, change, edits);
        }
    }

    // Children of both sides by name; both lists are in the same order.
    private static IEnumerable<(ConfigurationNode? Before, ConfigurationNode? After)> Pairs(ConfigurationNode? old, ConfigurationNode? now)
    {
        var (left, right) = (old?.Children ?? [], now?.Children ?? []);
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            var order = i == left.Length ? 1
                : j == right.Length ? -1
                : StringComparer.OrdinalIgnoreCase.Compare(left[i].Name, right[j].Name);
            yield return (order <= 0 ? left[i] : null, order >= 0 ? right[j] : null);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }
}
