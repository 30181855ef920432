using CsCheck;

namespace SessionState.Engine.Tests.Xml;

/// <summary>Random documents, well-formed and full of what authors write.</summary>
internal static class XmlText
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "location", "system.webServer", "x-y", "größe");
    private static readonly Gen<string> Blank = Gen.OneOf(" ", "\r\n    ", "\n", "\r", "\t", "  ");
    private static readonly Gen<string> Value = Gen.OneOf(
        "", "false", "a>b", "&lt;&amp;&#x41;&#228;&#x1F600;", "a\r\nb\tc\rd", "größe 😀", "<!-- no -->".Replace("<", "&lt;", StringComparison.Ordinal));

    private static readonly Gen<string> Attribute =
        Gen.Select(Blank, Value, Gen.OneOf("=", " = ", "\n="), Gen.OneOf("'", "\"")).Select(
            (blank, value, equals, quote) => $"{blank}{{0}}{equals}{quote}{value}{quote}");

    private static readonly Gen<string> Attributes = Attribute.Array[0, 3].Select(
        list => string.Concat(list.Select((one, i) => one.Replace("{0}", $"k{i}", StringComparison.Ordinal))));

    private static readonly Gen<string> Other = Gen.OneOf(
        "text", "\r\n", "\n  ", "\r", "<!-- <a b='c'> -->", "<![CDATA[</a> ]] ]]>", "<?pi <a> ?>", "&amp;", "");

    internal static Gen<string> Document { get; } = Gen.Select(
        Gen.OneOf("", "<?xml version=\"1.0\"?>\r\n", "<!-- a -->\n"),
        Element(4),
        Gen.OneOf("", "\r\n", "\n<!-- </a> -->")).Select((prolog, root, end) => prolog + root + end);

    private static Gen<string> Element(int depth)
    {
        var empty = Gen.Select(Name, Attributes, Gen.OneOf("", " ")).Select((name, attributes, blank) => $"<{name}{attributes}{blank}/>");
        if (depth == 0)
        {
            return empty;
        }

        var content = Gen.OneOf(Other, Other, Element(depth - 1)).Array[0, 4].Select(string.Concat);
        var full = Gen.Select(Name, Attributes, content, Gen.OneOf("", " ", "\n")).Select(
            (name, attributes, inner, blank) => $"<{name}{attributes}{blank}>{inner}</{name}{blank}>");
        return Gen.Frequency<string>((1, empty), (3, full));
    }
}
