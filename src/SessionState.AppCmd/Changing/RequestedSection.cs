using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Sections;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>The section that a command names.</summary>
internal static class RequestedSection
{
    /// <summary>Its full name.</summary>
    public static Outcome<string> Read(CommandLine commandLine) =>
        commandLine.Value("section") is not { Length: > 0 } section
            ? Answers.Error(ExitCode.Usage, "Must specify the section with /section:name.")
        : SectionNames.Find(section) is not { } name ? SectionNames.Unknown(section)
        : name;

    /// <summary>Why a value of that section would have no effect where it is to be written. IIS's tool writes it and says that all went well.</summary>
    public static Answer? RefuseIneffective(CommandLine commandLine, string section) =>
        Settings.All.First(setting => setting.Section == section).Evaluator == Evaluator.Managed
            && "apphost".Equals(commandLine.Value("commit"), StringComparison.OrdinalIgnoreCase)
            ? Answers.Error(
                ExitCode.Usage,
                $"ASP.NET never reads applicationHost.config, so /commit:apphost would have no effect on \"{section}\".",
                "Leave /commit out: the value then goes to the web.config of the application.")
            : null;
}
