using System.Collections.Immutable;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing;

/// <summary>Makes the edit of one file: finds what to change in its text, and what the whole text becomes.</summary>
internal static class FileEditor
{
    // As IIS writes a web.config that it creates.
    private const string NewDocument = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<configuration>\r\n</configuration>\r\n";

    /// <summary>The edit; null with no refusal where there is nothing to do.</summary>
    /// <param name="target">The file and the location tag.</param>
    /// <param name="source">The file's text; null where it does not exist.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The canonical value; null clears.</param>
    /// <param name="refusal">Why the file cannot be edited safely.</param>
    public static FileEdit? Edit(CommitTarget target, SourceText? source, Setting setting, string? value, out EditRefusal? refusal)
    {
        var text = source?.Text ?? NewDocument;
        refusal = null;
        if (XmlSource.Parse(text, target.File, out var problem) is not { } document)
        {
            refusal = new(RefusalKind.Unreadable, problem!.Message, target.File, problem.Line, problem.Remedy);
            return null;
        }

        var editor = new SectionEditor(document, target.File, target.LocationPath, setting);
        var edit = value is null ? editor.Clear() : editor.Set(value);
        refusal = edit.Refusal;
        return edit.Changes.IsEmpty ? null
            : source is null ? Create(target.File, TextChanges.Apply(text, edit.Changes))
            : Change(target.File, source, [.. edit.Changes.Select(change => change with { NewText = source.Encodable(change.NewText) })]);
    }

    private static FileEdit Create(string file, string after) =>
        new(file, true, "", after, [new(new(0, 0), after)], SourceText.NewFile);

    private static FileEdit Change(string file, SourceText source, ImmutableArray<TextChange> changes) =>
        new(file, false, source.Text, TextChanges.Apply(source.Text, changes), changes, source);
}
