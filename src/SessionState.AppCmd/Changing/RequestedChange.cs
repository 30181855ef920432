using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Sections;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>The setting and value that a <c>set config</c> command names.</summary>
/// <param name="Setting">What to set.</param>
/// <param name="Value">To what, in canonical spelling.</param>
internal sealed record RequestedChange(Setting Setting, string Value)
{
    public static Outcome<RequestedChange> Read(CommandLine commandLine)
    {
        if (commandLine.Value("section") is not { Length: > 0 } section)
        {
            return Answers.Error(ExitCode.Usage, "Must specify the section with /section:name.");
        }

        if (SectionNames.Find(section) is not { } name)
        {
            return SectionNames.Unknown(section);
        }

        var properties = commandLine.Properties.ToList();
        foreach (var property in properties)
        {
            if (Find(name, property) is null)
            {
                return Answers.UnknownAttribute(property.Name, OldPageCommand.ExplainAttribute(commandLine, property));
            }
        }

        return properties switch
        {
            [] => Answers.Error(ExitCode.Usage, "Must specify what to set, for example /session.allowSessionState:False."),
            [var property] when IsIneffective(commandLine, Find(name, property)!) => Answers.Error(
                ExitCode.Usage,
                $"ASP.NET never reads applicationHost.config, so /commit:apphost would have no effect on \"{name}\".",
                "Leave /commit out: the value then goes to the web.config of the application."),
            [var property] => Read(Find(name, property)!, property),
            _ => Answers.Error(
                ExitCode.Usage, "This tool sets one property in one command, so that every change has its own audit entry."),
        };
    }

    private static Outcome<RequestedChange> Read(Setting setting, Parameter property)
    {
        if (property.Value is not { Length: > 0 } value)
        {
            return Answers.Error(ExitCode.Usage, $"Must specify a value for \"{property.Name}\" right after the colon.");
        }

        return setting.TryNormalize(value, out var canonical, out var reason)
            ? new RequestedChange(setting, canonical)
            : Answers.Error(
                ExitCode.InvalidData, "8007000d", $"The '{setting.Attribute}' attribute is invalid.  {reason}.", explanation: null);
    }

    // IIS's tool writes such a value and says that all went well.
    private static bool IsIneffective(CommandLine commandLine, Setting setting) => setting.Evaluator == Evaluator.Managed
        && "apphost".Equals(commandLine.Value("commit"), StringComparison.OrdinalIgnoreCase);

    // "session.allowSessionState": the element in the section, a dot, the attribute; on the section's own element just the attribute.
    private static Setting? Find(string section, Parameter property) => Settings.All.FirstOrDefault(setting =>
        setting.Section == section
        && PropertyNames.Of(setting).Equals(property.Name, StringComparison.OrdinalIgnoreCase));
}
