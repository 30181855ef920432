using System.Collections.Immutable;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Fuzz.Targets;

/// <summary>
/// An edit of any document: it is read back, done twice there is nothing to do, taken back it is gone, and bytes outside it stay. The first
/// byte of the input says for which path.
/// </summary>
internal static class EditorTarget
{
    private static readonly string?[] Locations = [null, "Shop", "shop/Store", "New & 'odd'"];

    public static FuzzTarget Target { get; } = new(
        "editor",
        [
            "<configuration>", "</configuration>", "<location path=\"Shop\">", "<location path='SHOP/store' overrideMode=\"Deny\">", "</location>",
            "<system.webServer>", "</system.webServer>", "<asp>", "</asp>", "<asp />", "<session allowSessionState=\"true\" />", "timeout='00:10:00'",
            "<!-- a -->", "<![CDATA[<asp>]]>", "<?p i?>", "\r\n    ", "\n", "\r", "\t", " ", "é", "configSource=\"x\"", "lockItem='true'",
        ],
        Check);

    private static void Check(byte[] bytes)
    {
        if (bytes.Length == 0 || SourceText.Decode(bytes.AsSpan(1), "f", out _) is not { } source)
        {
            return;
        }

        var location = Locations[bytes[0] % Locations.Length];
        if (Edit(source, location, "false") is not { } edit)
        {
            return;
        }

        var after = SourceText.Decode(edit.Encode(), "f", out _);
        Hold.That(after is not null, "the edited file can be decoded");
        Hold.That(edit.Encode(bytes.AsSpan(1)).AsSpan().SequenceEqual(edit.Encode()), "bytes outside the edit are copied");
        var again = Edit(after!, location, "false");
        Hold.That(again is { Changes.IsEmpty: true }, "set twice there is nothing to do");
        var cleared = Edit(after!, location, null);
        Hold.That(cleared is not null, "what was set can be cleared");
        var gone = SourceText.Decode(cleared!.Encode(), "f", out _);
        Hold.That(Edit(gone!, location, null) is { Changes.IsEmpty: true }, "cleared twice there is nothing to do");
    }

    // Null where the document or the edit is refused.
    private static FileEdit? Edit(SourceText source, string? location, string? value)
    {
        if (XmlSource.Parse(source.Text, "f", out _) is not { Root.Name: "configuration" } document)
        {
            return null;
        }

        var whole = Edit(document, location, value);
        var excerpt = Edit(XmlSource.OfAccepted(source.Text, new("system.webServer", location ?? "")), location, value);
        Hold.That(whole.Changes.SequenceEqual(excerpt.Changes) && whole.Refusal == excerpt.Refusal, "an excerpt is enough for an edit");
        ImmutableArray<TextChange> changes =
            [.. whole.Changes.Select(change => change with { NewText = source.Encodable(change.NewText) })];
        return whole.Refusal is not null ? null : new FileEdit("f", false, source.Text, changes, source);
    }

    private static DocumentEdit Edit(XmlSource document, string? location, string? value)
    {
        var editor = new SectionEditor(document, "f", location, Settings.AllowSessionState);
        return value is null ? editor.Clear() : editor.Set(value);
    }
}
