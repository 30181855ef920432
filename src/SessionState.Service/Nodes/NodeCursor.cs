using System.Globalization;

namespace SessionState.Service.Nodes;

/// <summary>Where a page of nodes begins: after so many matching rows of one snapshot. Text: "revision.number".</summary>
internal readonly record struct NodeCursor(string Revision, int Index)
{
    public static NodeCursor? Parse(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot > 0 && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new(text[..dot], index)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{Index}");
}
