using CsCheck;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Random documents in random layouts, with everything that an edit may meet.</summary>
internal static class DocumentGen
{
    private static readonly string[] Sessions =
    [
        "<session/>",
        "<session allowSessionState=\"true\" />",
        "<session  max='5'\tallowSessionState = 'false'/>",
        "<session\n  max=\"1\"\n  timeout=\"00:10:00\"\n></session>",
        "<session allowSessionState=\"false\"><!-- why --></session>",
        "<session lockAttributes='max' />",
        "<!-- <session allowSessionState=\"false\" /> -->",
        "<limits scriptTimeout=\"00:02:00\" />",
    ];

    private static readonly string[] AspTags = ["<asp>", "<asp >", "<asp scriptErrorSentToBrowser=\"true\">"];

    private static readonly string[] LocationTags =
    [
        "<location path=\"Shop\">",
        "<location path='SHOP' >",
        "<location path=\"Shop/store\">",
        "<location path=\"Shop\" overrideMode=\"Allow\">",
        "<location path=\"shop\" inheritInChildApplications=\"false\">",
        "<location path=\"\">",
        "<location path=\".\" overrideMode=\"Inherit\">",
        "<location>",
    ];

    private static readonly string[] Others =
        ["<!-- note\n over lines -->", "<?note ?>", "<a/>", "<b x=\"1\"><c /></b>", "<!-- <location path=\"Shop\"/> -->"];

    private static readonly Gen<Write> Other = Leaf(Others);

    private static readonly Gen<Write> Asp = Element(Gen.OneOf(AspTags), Leaf(Sessions), "asp", 2);

    private static readonly Gen<Write> Group = Element(Gen.Const("<system.webServer>"), Gen.OneOf(Asp, Asp, Other), "system.webServer", 2);

    private static readonly Gen<Write> Location = Element(Gen.OneOf(LocationTags), Gen.OneOf(Group, Group, Other), "location", 2);

    private static readonly Gen<Write> Root =
        Element(Gen.Const("<configuration>"), Gen.OneOf(Location, Location, Group, Other), "configuration", 5);

    private static readonly Gen<Style> AnyStyle = Gen.Select(
        Gen.OneOf("\r\n", "\n", "\r"),
        Gen.OneOf("    ", "  ", "\t", ""),
        Gen.Bool,
        (newLine, unit, inline) => new Style(newLine, unit, inline));

    private delegate string Write(Style style, int depth);

    public static Gen<string> Document { get; } = Gen.Select(
        AnyStyle,
        Gen.OneOf("", "<?xml version=\"1.0\"?>\n", "<!-- head -->\n"),
        Root,
        Gen.OneOf("", "\n"),
        (style, head, root, tail) => head.Replace("\n", style.NewLine) + root(style, 0) + tail.Replace("\n", style.NewLine));

    private static Gen<Write> Leaf(string[] texts) =>
        Gen.OneOf(texts).Select(text => new Write((style, _) => text.Replace("\n", style.NewLine)));

    private static Gen<Write> Element(Gen<string> tag, Gen<Write> child, string name, int most) => Gen.Select(
        tag, child.Array[0, most], Gen.Int[0, 7], (start, children, layout) => new Write((style, depth) =>
            children.Length == 0 && layout < 4 ? start.TrimEnd('>') + (layout < 2 ? " />" : "/>")
            : style.Inline || layout == 0 ? InOneLine(start, children, name, style, depth)
            : InLines(start, children, style, depth) + (layout == 1 ? "" : Line(style, depth)) + $"</{name}>"));

    private static string InOneLine(string start, Write[] children, string name, Style style, int depth) =>
        start + string.Concat(children.Select(write => write(style with { Inline = true }, depth + 1))) + $"</{name}>";

    private static string InLines(string start, Write[] children, Style style, int depth) =>
        start + string.Concat(children.Select(write => Line(style, depth + 1) + write(style, depth + 1)));

    private static string Line(Style style, int depth) => style.NewLine + string.Concat(Enumerable.Repeat(style.Unit, depth));

    /// <summary>How one element is laid out: in one line, or its children on lines of their own.</summary>
    private sealed record Style(string NewLine, string Unit, bool Inline);
}
