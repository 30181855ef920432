namespace SessionState.Dashboard.Model.Trees;

/// <summary>Finds a visible row by the first letters of its name, typed one after the other.</summary>
public sealed class TypeAhead(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);
    private string _typed = "";
    private DateTimeOffset _last;

    /// <summary>The next row from <paramref name="active"/> on, going round; -1 where no name begins like that.</summary>
    public int Find(TreeProjection tree, int active, string letter)
    {
        var now = time.GetUtcNow();
        _typed = now - _last > Pause ? letter : _typed + letter;
        _last = now;

        // The same letter again and again steps through the names that begin with it.
        var repeated = _typed.All(typed => char.ToUpperInvariant(typed) == char.ToUpperInvariant(_typed[0]));
        var prefix = repeated ? _typed[..1] : _typed;
        var start = Math.Max(0, tree.IndexOf(active)) + (repeated ? 1 : 0);
        for (var step = 0; step < tree.Rows.Count; step++)
        {
            var node = tree.Rows[(start + step) % tree.Rows.Count];
            if (tree.Tree[node].Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return node;
            }
        }

        return -1;
    }
}
