using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>
/// Old pages print <c>appcmd set config /section:asp /allowSessionState: False</c>. It fails twice: the blank makes "False" an argument of
/// its own, and the attribute is not on the section but on its element <c>session</c>. Whoever pastes it learns both at once.
/// </summary>
internal static class OldPageCommand
{
    // What some pages call the attribute.
    private const string OldName = "allowSession";

    /// <summary>Explains an argument that follows a parameter with an empty value; null where that is not what happened.</summary>
    public static string? ExplainStray(IReadOnlyList<string> arguments, int stray)
    {
        if (Parameter.Parse(arguments[stray - 1]) is not { Value: "" } before)
        {
            return null;
        }

        var blank = $"There is a blank after \"{before.Text}\", so \"{arguments[stray]}\" is taken as an argument of its own: "
            + "a value begins right after the colon.";
        var hasIdentifier = Parameter.Parse(arguments[2]) is null;
        var parameters = JoinBlanks(arguments, hasIdentifier ? 3 : 2).Select(Correct);
        var command = CorrectedCommand.Write(arguments[0], arguments[1], hasIdentifier ? arguments[2] : null, parameters);
        return Lines(blank, Describe(before.Name), command);
    }

    /// <summary>Explains an attribute that is not on the section but on an element of it; null where it is nowhere.</summary>
    public static string? ExplainAttribute(CommandLine commandLine, Parameter property) =>
        Describe(property.Name) is { } description
            ? Lines(description, null, CorrectedCommand.Write(commandLine, commandLine.Parameters.Select(Correct)))
            : null;

    private static string Lines(string first, string? second, string command) =>
        string.Join(NewLines.Ours, new[] { first, second, $"This works: {command}" }.OfType<string>());

    // "/a:", "x" → "/a:x"
    private static IEnumerable<Parameter> JoinBlanks(IReadOnlyList<string> arguments, int first)
    {
        for (var i = first; i < arguments.Count; i++)
        {
            var parameter = Parameter.Parse(arguments[i]);
            if (parameter is { Value: "" } && i + 1 < arguments.Count && Parameter.Parse(arguments[i + 1]) is null)
            {
                parameter = Parameter.Parse(arguments[i] + arguments[i + 1]);
                i++;
            }

            if (parameter is not null)
            {
                yield return parameter;
            }
        }
    }

    private static string? Describe(string name)
    {
        if (Find(name) is not { } setting)
        {
            return null;
        }

        var subject = name.Equals(OldName, StringComparison.OrdinalIgnoreCase)
            ? $"The attribute is named {setting.Attribute}; it"
            : $"The attribute {setting.Attribute}";
        return $"{subject} is on the element {setting.Element} of the section {setting.Section}, "
            + $"so it is written {setting.Element}.{setting.Attribute}.";
    }

    private static string Correct(Parameter parameter) => Find(parameter.Name) is { } setting
        ? $"/{setting.Element}.{setting.Attribute}:{parameter.Value}"
        : parameter.Text;

    private static Setting? Find(string name) => name.Equals(OldName, StringComparison.OrdinalIgnoreCase)
        ? Settings.AllowSessionState
        : Settings.All.FirstOrDefault(setting =>
            setting.Element.Length > 0 && setting.Attribute.Equals(name, StringComparison.OrdinalIgnoreCase));
}
