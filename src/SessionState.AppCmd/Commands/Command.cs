using System.Collections.Immutable;
using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Commands;

/// <summary>One verb of one object.</summary>
/// <param name="Verb">In lower case: list.</param>
/// <param name="Title">One line for the object's help.</param>
/// <param name="Help">The command's own help.</param>
/// <param name="Parameters">Names of the command's own parameters, beside the general ones.</param>
/// <param name="RunAsync">Does it and gives the exit code.</param>
internal sealed record Command(
    string Verb, string Title, string Help, ImmutableArray<string> Parameters, Func<CommandContext, Task<int>> RunAsync)
{
    /// <summary>Whether <c>/in</c> may say what it is about.</summary>
    public bool TakesPipe { get; init; }

    /// <summary>Whether it takes all objects of <c>/in</c> at once; else it is run for each.</summary>
    public bool TakesPipeWhole { get; init; }

    /// <summary>Whether it is a parameter of the tool or of this command, and so no property.</summary>
    public bool Accepts(Parameter parameter) => GeneralParameters.Contains(parameter) || Parameters.Any(parameter.Is);
}
