using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Commands;

/// <summary>What a running command has at hand.</summary>
internal sealed record CommandContext(
    CommandLine CommandLine, AppCmdEnvironment Environment, CommandOutput Output, CancellationToken CancellationToken)
{
    /// <summary>The objects that <c>/in</c> brought; null without it.</summary>
    public IReadOnlyList<PipedObject>? Piped { get; init; }

    /// <summary>Prints an answer and gives its exit code.</summary>
    public int Finish(Answer answer)
    {
        Output.Write(answer);
        return answer.ExitCode;
    }
}
