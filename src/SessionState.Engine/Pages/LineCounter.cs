using SessionState.Engine.Text;

namespace SessionState.Engine.Pages;

/// <summary>Says on which line something is, and counts the lines only when first asked: most pages have nothing to tell.</summary>
internal sealed class LineCounter(string text)
{
    private LineMap? _lines;

    internal int LineOf(int at) => (_lines ??= new LineMap(text)).PositionOf(at).Line;
}
