using SessionState.Engine.Editing;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Edits of one document, from text to text.</summary>
internal static class DocumentEditing
{
    /// <summary>The element that an edit to false writes.</summary>
    public const string Off = "<session allowSessionState=\"false\" />";

    private const string File = "applicationHost.config";

    public static string Document(string content) => $"<configuration>{content}</configuration>";

    public static string Asp(string content) => $"<system.webServer><asp>{content}</asp></system.webServer>";

    /// <summary>A document in two-blank indentation with this as its asp section, from line 3 on.</summary>
    public static string Indented(string section) =>
        $"<configuration>\n  <system.webServer>\n    {section}\n  </system.webServer>\n</configuration>";

    public static string Set(string before, string? location, string value = "false", Setting? setting = null) =>
        Apply(before, Editor(before, location, setting).Set(value));

    public static string Clear(string before, string? location, Setting? setting = null) =>
        Apply(before, Editor(before, location, setting).Clear());

    public static EditRefusal Refuse(string before, string? location)
    {
        var refusals = new[] { Editor(before, location, null).Set("false").Refusal, Editor(before, location, null).Clear().Refusal };
        Assert.Equal(refusals[0], refusals[1]);
        return Assert.IsType<EditRefusal>(refusals[0]);
    }

    private static SectionEditor Editor(string before, string? location, Setting? setting)
    {
        var source = XmlSource.Parse(before, File, out var problem);
        Assert.Null(problem);
        return new(source!, File, location, setting ?? Settings.AllowSessionState);
    }

    private static string Apply(string before, DocumentEdit edit)
    {
        Assert.Null(edit.Refusal);
        return TextChanges.Apply(before, edit.Changes);
    }
}
