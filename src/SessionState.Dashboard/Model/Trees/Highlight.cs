namespace SessionState.Dashboard.Model.Trees;

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
public readonly record struct TextPiece(string Text, bool IsHit);

public static class Highlight
{
    /// <summary>Cuts a text into pieces, so that every occurrence of the search can be marked.</summary>
    public static IReadOnlyList<TextPiece> Split(string text, string search)
    {
        // With a slash in it the search is about the path; the row shows only the last name of that.
        search = search[(search.LastIndexOf('/') + 1)..];
        if (search.Length == 0)
        {
            return [new(text, false)];
        }

        var pieces = new List<TextPiece>();
        var from = 0;
        for (var hit = Next(from); hit >= 0; hit = Next(from))
        {
            if (hit > from)
            {
                pieces.Add(new(text[from..hit], false));
            }

            from = hit + search.Length;
            pieces.Add(new(text[hit..from], true));
        }

        if (from < text.Length || text.Length == 0)
        {
            pieces.Add(new(text[from..], false));
        }

        return pieces;

        int Next(int start) => text.IndexOf(search, start, StringComparison.OrdinalIgnoreCase);
    }
}
