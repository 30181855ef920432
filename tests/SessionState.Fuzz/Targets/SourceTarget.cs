using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Fuzz.Targets;

/// <summary>The bytes of a file: text in is text out, every span is inside, nothing throws.</summary>
internal static class SourceTarget
{
    public static FuzzTarget Target { get; } = new(
        "source",
        [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>", "\uFEFF", "<configuration>",
            "</configuration>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [", "<location path=\"A\">", "</location>", "&amp;", "&#x41;",
            "&#xD800;", "\r\n", "\0", "<configSections>", "<section name=\"asp\" />", "<system.webServer>", "<asp>", "<session ", "='", "\"",
            "/>", "<sites>", "<site name=\"A\">", "<application path=\"/\">", "configSource=\"x\"", "lockItem=\"true\"", "<EncryptedData/>",
        ],
        Check);

    private static void Check(byte[] bytes)
    {
        var source = SourceText.Decode(bytes, "f", out var problem);
        Hold.That(source is null != problem is null, "either a text or a problem");
        if (source is not null)
        {
            Hold.That(source.Encode(source.Text).AsSpan().SequenceEqual(bytes), "text in is text out");
            CheckSpans(source.Text);
        }

        foreach (var kind in Enum.GetValues<ConfigurationFileKind>())
        {
            var file = ConfigurationFile.Read(kind, "f", bytes);
            Hold.That(file.IsReadable || file.Diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error), "a refusal says why");
            if (kind == ConfigurationFileKind.ApplicationHost)
            {
                var layout = ServerLayout.Read(file, new Dictionary<string, string>());
                var server = ServerConfiguration.Build(file, layout, (_, _) => ContentRoot.Unknown);
                Hold.That(server.Nodes().Count() == server.NodeCount, "every node is counted");
            }
        }
    }

    private static void CheckSpans(string text)
    {
        if (XmlSource.Parse(text, "f", out _) is not { } document)
        {
            return;
        }

        foreach (var element in document.Elements)
        {
            var tag = text.AsSpan(element.StartTag.Start, element.StartTag.Length);
            Hold.That(tag[0] == '<' && tag[^1] == '>' && tag[1..].StartsWith(element.Name), "a start tag is where it is said to be");
            Hold.That(element.Parent is not { } parent || parent.Content.Start <= element.Span.Start && element.Span.End <= parent.Content.End,
                "an element is inside its parent");
            foreach (var attribute in element.Attributes)
            {
                Hold.That(text[attribute.ValueSpan.Start - 1] == text[attribute.ValueSpan.End], "a value is between its quotes");
            }
        }
    }
}
