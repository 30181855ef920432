using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
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
    public static FileEdit? Edit(CommitTarget target, SourceText? source, Setting setting, string? value, out EditRefusal? refusal) => Edit(
        target.File,
        source,
        document =>
        {
            var editor = new SectionEditor(document, target.File, target.LocationPath, setting);
            return value is null ? editor.Clear() : editor.Set(value);
        },
        new(setting.Section.Split('/')[0], target.LocationPath ?? ""),
        out refusal);

    /// <summary>Any edit of one document; null with no refusal where there is nothing to do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Its text; null where it does not exist.</param>
    /// <param name="change">What to change in it.</param>
    /// <param name="excerpt">What the change looks into; null: everything.</param>
    /// <param name="refusal">Why the file cannot be edited safely.</param>
    public static FileEdit? Edit(
        string file, SourceText? source, Func<XmlSource, DocumentEdit> change, XmlExcerpt? excerpt, out EditRefusal? refusal)
    {
        var text = source?.Text ?? NewDocument;
        refusal = null;
        Diagnostic? problem = null;
        var document = source is { ReadAs.IsReadable: true }
            ? XmlSource.OfAccepted(text, excerpt)
            : XmlSource.Parse(text, file, excerpt, out problem);
        if (document is null)
        {
            refusal = new(RefusalKind.Unreadable, problem!.Message, file, problem.Line, problem.Remedy);
            return null;
        }

        var edit = change(document);
        refusal = edit.Refusal;
        return edit.Changes.IsEmpty ? null
            : source is null ? Create(file, TextChanges.Apply(text, edit.Changes))
            : Change(file, document, source, [.. edit.Changes.Select(part => part with { NewText = source.Encodable(part.NewText) })]);
    }

    private static FileEdit Create(string file, string after) => new(file, true, "", [new(new(0, 0), after)], SourceText.NewFile);

    private static FileEdit Change(string file, XmlSource document, SourceText source, ImmutableArray<TextChange> changes)
    {
        var growsTooLarge = source.ByteCount(source.Text) + changes.Sum(change => source.ByteCount(change.NewText)) > XmlLimits.OtherFileBytes;
        return new(file, false, source.Text, changes, source) { Touched = growsTooLarge ? null : TouchedTag.Find(document, changes) };
    }
}
