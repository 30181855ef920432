using System.Collections.Immutable;
using SessionState.AppCmd.Changing;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Grammar;

/// <summary>
/// The grammar <c>appcmd verb OBJECT [identifier] [/parameter:value …]</c>, with help asked for by <c>/?</c> at every level. Arguments
/// are taken as they are: no response files, no wildcards, nothing special about <c>--</c>.
/// </summary>
internal static class CommandLineParser
{
    public static ParsedArguments Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return HelpTexts.Usage(ExitCode.Usage);
        }

        if (IsHelp(arguments[0]))
        {
            return HelpTexts.Usage(ExitCode.Nothing);
        }

        if (arguments.Count == 1 || IsHelp(arguments[1]))
        {
            return ParseObjectOnly(arguments);
        }

        if (CommandTable.Find(arguments[1]) is not { } managedObject)
        {
            return Answers.ObjectNotSupported(arguments[1]);
        }

        return managedObject.Find(arguments[0]) is { } command
            ? ParseParameters(managedObject, command, arguments)
            : Answers.CommandNotSupported(arguments[0], managedObject.Name);
    }

    // "site /?" is the object's help; "site" alone lacks the verb, and "list" alone or with /? names no object.
    private static Answer ParseObjectOnly(IReadOnlyList<string> arguments) => CommandTable.Find(arguments[0]) switch
    {
        null => Answers.ObjectNotSupported(arguments[0]),
        { } managedObject when arguments.Count == 1 => Answers.CommandNotSupported("", managedObject.Name),
        { } managedObject => HelpTexts.Object(managedObject),
    };

    private static ParsedArguments ParseParameters(ManagedObject managedObject, Command command, IReadOnlyList<string> arguments)
    {
        var hasIdentifier = arguments.Count > 2 && Parameter.Parse(arguments[2]) is null;
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        for (var i = hasIdentifier ? 3 : 2; i < arguments.Count; i++)
        {
            if (Parameter.Parse(arguments[i]) is not { } parameter)
            {
                return Answers.StrayArgument(arguments[i], OldPageCommand.ExplainStray(arguments, i));
            }

            parameters.Add(parameter);
        }

        var commandLine = new CommandLine(
            managedObject, command, hasIdentifier ? arguments[2] : null, parameters.ToImmutable());
        return commandLine.WantsHelp ? HelpTexts.Command(command) : Check(commandLine);
    }

    private static ParsedArguments Check(CommandLine commandLine)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in commandLine.Parameters.Where(commandLine.Command.Accepts))
        {
            if (GeneralParameters.IsUnsupported(parameter))
            {
                return Answers.Error(ExitCode.Usage, $"The parameter \"{parameter.Name}\" is not supported by this tool.");
            }

            if (!seen.Add(parameter.Name) && !GeneralParameters.IsRepeatable(parameter))
            {
                return Answers.Error(ExitCode.Usage, $"The parameter \"{parameter.Name}\" is given twice.");
            }
        }

        return commandLine;
    }

    private static bool IsHelp(string argument) => Parameter.Parse(argument) is { IsHelp: true };
}
