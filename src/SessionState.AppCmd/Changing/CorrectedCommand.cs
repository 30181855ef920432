using System.Buffers;
using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Changing;

/// <summary>A command that works, to be typed instead of the one that did not.</summary>
internal static class CorrectedCommand
{
    private const string Commit = "/commit:apphost";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" \t&|<>^()");

    /// <summary>The same command with the commit path at which the section is never locked; null where that is what was typed.</summary>
    public static string? WithCommit(CommandLine commandLine) =>
        commandLine.Value("commit")?.Equals("apphost", StringComparison.OrdinalIgnoreCase) ?? false
            ? null
            : Write(
                commandLine, commandLine.Parameters.Where(parameter => !parameter.Is("commit")).Select(parameter => parameter.Text));

    public static string Write(CommandLine commandLine, IEnumerable<string> parameters) =>
        Write(commandLine.Command.Verb, commandLine.Object.Name.ToLowerInvariant(), commandLine.Identifier, parameters);

    /// <summary>A command; one that sets a path's configuration gets the commit path at which the section is not locked.</summary>
    public static string Write(string verb, string objectName, string? identifier, IEnumerable<string> parameters)
    {
        var texts = parameters.ToList();
        if (identifier is not null
            && verb.Equals("set", StringComparison.OrdinalIgnoreCase)
            && !texts.Any(text => Parameter.Parse(text) is { } parameter && parameter.Is("commit")))
        {
            texts.Add(Commit);
        }

        IEnumerable<string> arguments = identifier is null ? texts : texts.Prepend(identifier);
        return $"appcmd {verb} {objectName} {string.Join(' ', arguments.Select(Quote))}";
    }

    private static string Quote(string argument) =>
        argument.Length == 0 || argument.AsSpan().ContainsAny(NeedQuotes) ? $"\"{argument}\"" : argument;
}
