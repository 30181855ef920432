using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Joint;

/// <summary>Plans on one snapshot that can be carried out together, because they meet nowhere.</summary>
internal sealed class JointRound
{
    private readonly HashSet<(string File, string Tag)> _places = [];
    private readonly Dictionary<string, List<FileEdit>> _edits = [];
    private readonly List<ConfigurationPlan> _plans = [];

    /// <summary>True where nothing would be written.</summary>
    public bool IsEmpty => _plans.Count == 0;

    /// <summary>The one plan that writes; null where there are more, or none.</summary>
    public ConfigurationPlan? Only => _plans is [var plan] ? plan : null;

    /// <summary>False where the plan meets another one; it is not taken then.</summary>
    public bool TryAdd(ConfigurationPlan plan)
    {
        if (plan.Files.IsEmpty)
        {
            return true;
        }

        var tag = (plan.Target.LocationPath ?? "").ToUpperInvariant();
        if (plan.Files.Any(edit => _places.Contains((edit.File, tag)) || Meets(edit)))
        {
            return false;
        }

        _plans.Add(plan);
        foreach (var edit in plan.Files)
        {
            _places.Add((edit.File, tag));
            if (!_edits.TryGetValue(edit.File, out var edits))
            {
                _edits[edit.File] = edits = [];
            }

            edits.Add(edit);
        }

        return true;
    }

    /// <summary>What is done to each file, as one edit.</summary>
    public IEnumerable<FileEdit> Merged() => _edits.Values.Select(edits => edits is [var first] ? first : new FileEdit(
        edits[0].File,
        edits[0].IsNew,
        edits[0].Before,
        [.. edits.SelectMany(edit => edit.Changes).OrderBy(change => change.Span.Start)],
        edits[0].Source));

    private bool Meets(FileEdit edit) => _edits.TryGetValue(edit.File, out var edits)
        && (edit.IsNew || edits.SelectMany(other => other.Changes).Any(change => edit.Changes.Any(other => Meet(change.Span, other.Span))));

    // Two insertions at one place meet nowhere: each brings a location tag of its own.
    private static bool Meet(TextSpan one, TextSpan other) =>
        (one.Start < other.End && other.Start < one.End) || (one.Start == other.Start && one.Length + other.Length > 0);
}
