namespace SessionState.Dashboard.Model.Trees;

/// <summary>Nodes that somebody changed a moment ago, for marking their rows while it is news.</summary>
public sealed class ChangeMarks(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, (string Text, DateTimeOffset At)> _marks = new(StringComparer.OrdinalIgnoreCase);

    public bool Any => _marks.Count > 0;

    /// <summary>What to say beside a node; null where there is nothing to say.</summary>
    public string? this[string path] => _marks.TryGetValue(path, out var mark) ? mark.Text : null;

    public void Add(IEnumerable<string> paths, string who, bool external)
    {
        var text = external ? "file edited outside just now" : $"changed by {who} just now";
        foreach (var path in paths)
        {
            _marks[path] = (text, time.GetUtcNow());
        }
    }

    /// <summary>Forgets what is no news any more.</summary>
    public void Tidy()
    {
        var now = time.GetUtcNow();
        foreach (var path in _marks.Where(mark => now - mark.Value.At >= Life).Select(mark => mark.Key).ToList())
        {
            _marks.Remove(path);
        }
    }
}
