namespace SessionState.Dashboard.Model.Frame;

/// <summary>
/// Addresses that a page itself is going to. The browser reports each a round trip later, when the page may be further on
/// already; without remembering them they would look like somebody going back.
/// </summary>
public sealed class OwnMoves
{
    private readonly List<string> _underway = [];

    public void Add(string url) => _underway.Add(url);

    /// <summary>True when the page itself went there; then what it did before that has been reported, too.</summary>
    public bool Arrived(string url)
    {
        var at = _underway.IndexOf(url);
        _underway.RemoveRange(0, at + 1);
        return at >= 0;
    }
}
