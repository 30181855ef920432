using System.Text;
using SessionState.Engine.Pages;

namespace SessionState.Engine.Tests.Pages;

internal static class Page
{
    public static PageFacts Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    public static PageFacts Read(string name, ReadOnlySpan<byte> bytes) => PageReader.Read(PageReader.KindOf(name)!.Value, name, bytes);

    /// <summary>"Session(…) 3" for the first use on line 3; null for none.</summary>
    public static string? FirstUse(string name, string text) => Read(name, text).FirstUse is { } use ? $"{use.What} {use.Line}" : null;
}
