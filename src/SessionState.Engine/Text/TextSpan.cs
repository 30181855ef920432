namespace SessionState.Engine.Text;

/// <summary>A stretch of text: where it starts and how many characters (UTF-16 code units) it has.</summary>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">Number of characters; 0 marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset up to, but not including, another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
