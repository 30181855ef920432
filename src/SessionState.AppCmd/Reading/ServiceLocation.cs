using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>
/// Where the configuration service is: <c>/server:</c>, else SESSIONSTATE_SERVER, else a Dashboard's own, else this machine's.
/// </summary>
internal static class ServiceLocation
{
    public const string Variable = "SESSIONSTATE_SERVER";

    public static Outcome<ServiceAddress> Find(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (commandLine.Has("server"))
        {
            return Parse(commandLine.Value("server"), "/server:");
        }

        return context.Environment.Variable(Variable) is { Length: > 0 } named
            ? Parse(named, $"The variable {Variable}:")
            : context.Environment.DefaultAddress();
    }

    private static Outcome<ServiceAddress> Parse(string? text, string source) =>
        ServiceAddress.TryParse(text, out var address, out var error)
            ? address
            : Answers.Error(ExitCode.Usage, $"{source} {error}");
}
