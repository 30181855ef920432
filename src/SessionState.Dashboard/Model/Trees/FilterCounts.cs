using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Trees;

/// <summary>How many nodes each choice would show, everything else staying as it is.</summary>
public sealed class FilterCounts
{
    private readonly int[] _states = new int[3];
    private readonly int[] _sources = new int[3];
    private readonly SortedDictionary<string, int> _modes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ASP.NET session modes that occur, each with how many nodes it would show.</summary>
    public IReadOnlyDictionary<string, int> Modes => _modes;

    public int Locked { get; private set; }

    public int Open { get; private set; }

    public int Problems { get; private set; }

    public int Of(AspState state) => _states[(int)state];

    public int Of(ValueSource source) => _sources[(int)source];

    /// <summary>Counts a node that the search finds.</summary>
    internal bool Add(NodeFilter filter, NodeRow row)
    {
        if (row.IsBare)
        {
            return filter.Passes(row);
        }

        var state = NodeFilter.StateOf(row);
        var wrongState = filter.Asp is { } asp && asp != state;
        var wrongMode = !filter.HasMode(row);
        var wrongSource = filter.Source is { } source && source != row.AspSource;
        var wrongLock = filter.Locked is { } locked && locked != row.Locked;
        var wrongProblems = filter.Problems && row.Errors == 0;
        if (row.AspNetMode is { } known)
        {
            _modes.TryAdd(known, 0);
        }

        var wrong = (wrongState ? 1 : 0) + (wrongMode ? 1 : 0) + (wrongSource ? 1 : 0) + (wrongLock ? 1 : 0) + (wrongProblems ? 1 : 0);
        if (wrong > 1)
        {
            return false;
        }

        // A node that fails one condition alone would show if just that condition were chosen otherwise.
        var all = wrong == 0;
        _states[(int)state] += all || wrongState ? 1 : 0;
        if (row.AspNetMode is { } mode && (all || wrongMode))
        {
            _modes[mode]++;
        }

        _sources[(int)row.AspSource] += all || wrongSource ? 1 : 0;
        Locked += row.Locked && (all || wrongLock) ? 1 : 0;
        Open += !row.Locked && (all || wrongLock) ? 1 : 0;
        Problems += row.Errors > 0 && (all || wrongProblems) ? 1 : 0;
        return all;
    }
}
