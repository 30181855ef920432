using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Grammar;

/// <summary>What the arguments say: a command to run, or a text to print and an exit code. Exactly one is not null.</summary>
internal sealed record ParsedArguments(CommandLine? CommandLine, Answer? Answer)
{
    public static implicit operator ParsedArguments(CommandLine commandLine) => new(commandLine, null);

    public static implicit operator ParsedArguments(Answer answer) => new(null, answer);
}
