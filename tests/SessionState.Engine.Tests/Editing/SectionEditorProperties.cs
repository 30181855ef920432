using System.Collections.Immutable;
using System.Text;
using CsCheck;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorProperties
{
    private static readonly Gen<string?> Location = Gen.OneOf<string?>("Shop", "shop/store", "New & 'odd'", null);

    [Fact]
    public void Set_AnyDocument_IsReadBackAndSettingAgainFindsNothingToDo() =>
        Sample((before, location, value) =>
        {
            if (Edit(before, location, value) is not { } edit)
            {
                return;
            }

            var after = TextChanges.Apply(before, edit.Changes);
            Assert.Equal(value, Value(after, location));
            Assert.Empty(Edit(after, location, value)!.Value.Changes);
        });

    [Fact]
    public void Clear_AnyDocument_LeavesNothingToClear() =>
        Sample((before, location, _) =>
        {
            if (Edit(before, location, null) is not { } edit)
            {
                return;
            }

            var after = TextChanges.Apply(before, edit.Changes);
            Assert.Null(Value(after, location));
            Assert.Empty(Edit(after, location, null)!.Value.Changes);
        });

    [Fact]
    public void Edit_AnyDocument_EverythingElseStaysAndTheInverseChangesGiveItBack() =>
        Sample((before, location, value) =>
        {
            foreach (var wanted in new[] { value, null })
            {
                if (Edit(before, location, wanted) is { } edit)
                {
                    var after = TextChanges.Apply(before, edit.Changes);
                    Assert.Equal(before, TextChanges.Apply(after, Inverse(before, edit.Changes)));
                    AssertSameBytes(before, edit.Changes, after);
                    Assert.Equal(Comments(before), Comments(after));
                    Assert.Equal(Others(before, location), Others(after, location));
                }
            }
        });

    [Fact]
    public void Edit_ExcerptOfAnyDocument_IsThatOfTheWholeDocument() =>
        Sample((text, location, value) =>
        {
            var excerpt = new SectionEditor(
                XmlSource.OfAccepted(text, new("system.webServer", location ?? "")), "f", location, Settings.AllowSessionState);
            var whole = new SectionEditor(Parse(text), "f", location, Settings.AllowSessionState);
            foreach (var (one, other) in new[] { (excerpt.Set(value), whole.Set(value)), (excerpt.Clear(), whole.Clear()) })
            {
                Assert.Equal(other.Refusal, one.Refusal);
                Assert.Equal(other.Changes, one.Changes);
            }
        });

    [Fact]
    public void Clear_AfterSetThatAddedATag_GivesTheOriginalText() =>
        Sample((before, location, value) =>
        {
            if (Edit(before, location, value) is { Changes: [{ Span.Length: 0 } change] } && IsTag(change.NewText))
            {
                var after = TextChanges.Apply(before, [change]);
                Assert.Equal(before, TextChanges.Apply(after, Edit(after, location, null)!.Value.Changes));
            }
        });

    private static void AssertSameBytes(string before, ImmutableArray<TextChange> changes, string after)
    {
        foreach (var mark in new byte[][] { [], [0xEF, 0xBB, 0xBF] })
        {
            byte[] bytes = [.. mark, .. Encoding.UTF8.GetBytes(before)];
            var source = SourceText.Decode(bytes, "f", out _)!;
            Assert.Equal(source.Encode(after), new FileEdit("f", false, before, changes, source).Encode(bytes));
        }
    }

    private static void Sample(Action<string, string?, string> check) =>
        Gen.Select(DocumentGen.Document, Location, Gen.OneOf("true", "false")).Sample(check, iter: 2_000);

    // Null where the edit is refused, which must then name its line.
    private static DocumentEdit? Edit(string text, string? location, string? value)
    {
        var editor = new SectionEditor(Parse(text), "f", location, Settings.AllowSessionState);
        var edit = value is null ? editor.Clear() : editor.Set(value);
        Assert.True(edit.Refusal is null or { Line: > 0, File: "f" });
        return edit.Refusal is null ? edit : null;
    }

    private static string? Value(string text, string? location)
    {
        var section = SectionLookup.Find(Parse(text).Root, location, "system.webServer/asp").Cast<XmlElementSource?>().SingleOrDefault();
        return section?.Child("session")?.Attribute("allowSessionState")?.Value;
    }

    private static XmlSource Parse(string text)
    {
        var source = XmlSource.Parse(text, "f", out var problem);
        Assert.True(source is not null, problem?.Message + "\n" + text);
        return source;
    }

    private static List<TextChange> Inverse(string before, IReadOnlyList<TextChange> changes)
    {
        var (inverse, shift) = (new List<TextChange>(), 0);
        foreach (var change in changes.OrderBy(change => change.Span.Start))
        {
            var old = before.Substring(change.Span.Start, change.Span.Length);
            inverse.Add(new(new(change.Span.Start + shift, change.NewText.Length), old));
            shift += change.NewText.Length - change.Span.Length;
        }

        return inverse;
    }

    private static List<string> Comments(string text)
    {
        var comments = new List<string>();
        for (var start = 0; (start = text.IndexOf("<!--", start, StringComparison.Ordinal)) >= 0;)
        {
            var end = text.IndexOf("-->", start, StringComparison.Ordinal);
            comments.Add(text[start..end]);
            start = end;
        }

        return comments;
    }

    // Unless the end tag moved to a line of its own.
    private static bool IsTag(string added) =>
        added.TrimStart().StartsWith("<location", StringComparison.Ordinal)
        && !(added[0] is '\r' or '\n' && added.TrimEnd(' ', '\t')[^1] is '\r' or '\n');

    // Every element with its attributes, but for the attribute of the edit and for elements that are only the way to it.
    private static List<string> Others(string text, string? location)
    {
        var edited = SectionLookup.Find(Parse(text).Root, location, "system.webServer/asp").Select(section => section.Span).ToList();
        return
        [
            .. Parse(text).Elements
                .Where(element => !IsWay(element, edited))
                .Select(element => $"<{element.Name} {string.Join(' ', Attributes(element, edited))}>"),
        ];
    }

    private static bool IsWay(XmlElementSource element, List<TextSpan> edited) =>
        element.Name is "configuration" or "location" or "system.webServer" or "asp" or "session"
        && Attributes(element, edited).All(attribute => attribute.StartsWith("path=", StringComparison.Ordinal));

    private static IEnumerable<string> Attributes(XmlElementSource element, List<TextSpan> edited) => element.Attributes
        .Where(attribute => attribute.Name != "allowSessionState"
            || !edited.Exists(span => span.Start <= element.Span.Start && element.Span.End <= span.End))
        .Select(attribute => $"{attribute.Name}={attribute.Value}");
}
