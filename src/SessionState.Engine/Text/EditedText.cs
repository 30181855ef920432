using System.Collections.Immutable;

namespace SessionState.Engine.Text;

/// <summary>
/// A text that is edited more than once, kept as pieces of what it was and of what came in, so that all edits together can be told as
/// changes to the text as it was.
/// </summary>
internal sealed class EditedText(int length)
{
    private readonly List<Piece> _pieces = [new(new(0, length), null)];

    /// <summary>Carries out changes whose spans refer to the text as the edits before have left it.</summary>
    public void Apply(IEnumerable<TextChange> changes)
    {
        // From the end, so that no change moves what another one means. Of two insertions at one place the later one stays behind.
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length).Reverse())
        {
            var first = SplitAt(change.Span.Start);
            var end = SplitAt(change.Span.End);
            _pieces.RemoveRange(first, end - first);
            if (change.NewText.Length > 0)
            {
                _pieces.Insert(first, new(default, change.NewText));
            }
        }
    }

    /// <summary>All edits as changes to the text before the first.</summary>
    public ImmutableArray<TextChange> ToChanges()
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var (position, inserted) = (0, "");
        foreach (var piece in _pieces.Append(new(new(length, 0), null)))
        {
            if (piece.New is { } text)
            {
                inserted += text;
                continue;
            }

            if (piece.Old.Start > position || inserted.Length > 0)
            {
                changes.Add(new(TextSpan.FromBounds(position, piece.Old.Start), inserted));
            }

            (position, inserted) = (piece.Old.End, "");
        }

        return changes.ToImmutable();
    }

    // The number of the piece that begins there.
    private int SplitAt(int offset)
    {
        for (var (index, start) = (0, 0); index < _pieces.Count; start += _pieces[index++].Length)
        {
            if (start == offset)
            {
                return index;
            }

            if (offset < start + _pieces[index].Length)
            {
                var (left, right) = _pieces[index].Split(offset - start);
                _pieces[index] = left;
                _pieces.Insert(index + 1, right);
                return index + 1;
            }
        }

        return _pieces.Count;
    }

    // A stretch of the text before, or a new text.
    private readonly record struct Piece(TextSpan Old, string? New)
    {
        public int Length => New?.Length ?? Old.Length;

        public (Piece Left, Piece Right) Split(int at) => New is { } text
            ? (new(default, text[..at]), new(default, text[at..]))
            : (new(new(Old.Start, at), null), new(TextSpan.FromBounds(Old.Start + at, Old.End), null));
    }
}
