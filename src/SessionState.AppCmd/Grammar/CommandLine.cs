using System.Collections.Immutable;
using SessionState.AppCmd.Commands;

namespace SessionState.AppCmd.Grammar;

/// <summary>A command line that names an object and a command this tool has.</summary>
/// <param name="Object">What the command is about.</param>
/// <param name="Command">What to do.</param>
/// <param name="Identifier">Which one; null where none was given.</param>
/// <param name="Parameters">All parameters, in the order typed.</param>
internal sealed record CommandLine(
    ManagedObject Object, Command Command, string? Identifier, ImmutableArray<Parameter> Parameters)
{
    /// <summary>Properties to set or to match: everything that is no parameter of the tool or of the command.</summary>
    public IEnumerable<Parameter> Properties => Parameters.Where(parameter => !Command.Accepts(parameter));

    public bool WantsHelp => Parameters.Any(parameter => parameter.IsHelp);

    public bool Has(string name) => Parameters.Any(parameter => parameter.Is(name));

    /// <summary>The parameter's value; null where it is missing or has none. The parser refuses a parameter that is given twice.</summary>
    public string? Value(string name) => Parameters.FirstOrDefault(parameter => parameter.Is(name))?.Value;

    public IEnumerable<string> Values(string name) =>
        Parameters.Where(parameter => parameter.Is(name)).Select(parameter => parameter.Value ?? "");
}
