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
    /// <summary>Whether it is a parameter of the tool or of this command, and so no property.</summary>
    public bool Accepts(Parameter parameter) => GeneralParameters.Contains(parameter) || Parameters.Any(parameter.Is);
}
