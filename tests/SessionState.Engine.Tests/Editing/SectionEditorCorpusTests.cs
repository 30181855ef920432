using System.Text.Json;
using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorCorpusTests
{
    [Fact]
    public void SetAndClear_EveryConfigurationFile_AddWholeLinesAndTakeThemAway()
    {
        var edited = 0;
        foreach (var row in RequiredInputs.Manifest().Where(row => row.GetProperty("well_formed").ValueKind == JsonValueKind.True))
        {
            var file = row.GetProperty("file").GetString()!;
            var source = SourceText.Decode(File.ReadAllBytes(Path.Combine(RequiredInputs.Corpus, file)), file, out _)!;
            if (Edit(file, source.Text, "true") is not { Refusal: null, Changes: [var change] })
            {
                continue;
            }

            var after = TextChanges.Apply(source.Text, [change]);
            Assert.NotEqual(source.Text, after);
            Assert.Empty(Edit(file, after, "true").Changes);

            // What was not there goes again; an empty element that was opened for it is not put back.
            if (change.Span.Length == 0)
            {
                Assert.Equal(source.Text, TextChanges.Apply(after, Edit(file, after, null).Changes));
            }

            edited++;
        }

        Assert.InRange(edited, 50, int.MaxValue);
    }

    private static DocumentEdit Edit(string file, string text, string? value)
    {
        var editor = new SectionEditor(XmlSource.Parse(text, file, out _)!, file, "no such/path", Settings.AllowSessionState);
        return value is null ? editor.Clear() : editor.Set(value);
    }
}
