using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Known;

/// <summary>Known values by node, with what was recorded since.</summary>
internal sealed class KnownValues
{
    private readonly Dictionary<string, Dictionary<string, string?>> _byName = new(StringComparer.OrdinalIgnoreCase);

    public KnownValues(KnownState known, IEnumerable<AuditRecord> since)
    {
        foreach (var value in known.Values)
        {
            Set(value.Name, value.Path, value.Value);
        }

        foreach (var change in since.Select(record => record.Do).OfType<AuditDo>())
        {
            if (change is { Path: { } path, Setting: { } name })
            {
                Set(name, path, change.After);
            }
        }
    }

    /// <summary>What held at a node: what is known of it, else of the nearest node above.</summary>
    public string? Of(string name, string path)
    {
        var values = _byName.GetValueOrDefault(name);
        for (var above = path; values is not null; above = above.LastIndexOf('/') is >= 0 and var end ? above[..end] : "")
        {
            if (values.TryGetValue(above, out var value))
            {
                return value;
            }

            if (above.Length == 0)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The nodes of which something is known.</summary>
    public IEnumerable<string> PathsOf(string name) => _byName.GetValueOrDefault(name)?.Keys ?? Enumerable.Empty<string>();

    private void Set(string name, string path, string? value)
    {
        if (!_byName.TryGetValue(name, out var values))
        {
            _byName[name] = values = new(StringComparer.OrdinalIgnoreCase);
        }

        values[path] = value;
    }
}
