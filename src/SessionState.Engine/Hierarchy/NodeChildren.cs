namespace SessionState.Engine.Hierarchy;

/// <summary>Children in order of their names without regard to case, which is how nodes are found.</summary>
internal static class NodeChildren
{
    /// <summary>Finds a child by name.</summary>
    /// <param name="children">Children in order.</param>
    /// <param name="name">The name.</param>
    /// <param name="index">Where it is, or where it would have to be.</param>
    internal static bool Find(ReadOnlySpan<ConfigurationNode> children, ReadOnlySpan<char> name, out int index)
    {
        var (low, high) = (0, children.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = name.CompareTo(children[middle].NameSpan, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
            {
                index = middle;
                return true;
            }

            (low, high) = order > 0 ? (middle + 1, high) : (low, middle - 1);
        }

        index = low;
        return false;
    }

    internal static void Insert(ref ConfigurationNode[] children, ref int count, int index, ConfigurationNode child)
    {
        if (count == children.Length)
        {
            Array.Resize(ref children, Math.Max(4, count * 2));
        }

        Array.Copy(children, index, children, index + 1, count - index);
        children[index] = child;
        count++;
    }
}
