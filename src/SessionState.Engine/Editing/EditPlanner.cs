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
    public static EditResult Plan(ServerConfiguration server, SettingEdit edit, Func<string, SourceText?> readText) =>
        throw new NotImplementedException();
}
