using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>Turns a wish into text changes and re-evaluates them before anyone writes.</summary>
public static class EditPlanner
{
    /// <summary>Plans an edit. Pure: reads text only through the function and writes nothing.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="edit">What is asked.</param>
    /// <param name="readText">A file's text, the one the snapshot was read from; null where the file does not exist.</param>
    public static EditResult Plan(ServerConfiguration server, SettingEdit edit, Func<string, SourceText?> readText)
    {
        if (EditRequest.Check(server, edit, out var refusal) is not { } request
            || TargetChoice.Choose(server, request, out refusal) is not { } chosen)
        {
            return EditResult.Refused(refusal!);
        }

        var source = readText(chosen.Target.File);
        if (source is null && chosen.Exists)
        {
            return EditResult.Refused(Vanished(chosen.Target.File));
        }

        var fileEdit = FileEditor.Edit(chosen.Target, source, edit.Setting, request.Value, out refusal);
        var review = new EditReview(server, request, chosen);
        return refusal is not null ? EditResult.Refused(refusal)
            : fileEdit is null ? review.NothingToDo()
            : review.Review(fileEdit);
    }

    internal static EditRefusal Vanished(string file) =>
        new(RefusalKind.Unreadable, $"{file} is gone since the configuration was read.", file, null, "Read the configuration again.");
}
