using System.Collections.Immutable;

namespace SessionState.AppCmd.Commands;

/// <summary>A kind of thing that commands are about.</summary>
/// <param name="Name">As messages print it: SITE.</param>
/// <param name="Title">What help says it is.</param>
/// <param name="Commands">What can be done with it.</param>
internal sealed record ManagedObject(string Name, string Title, ImmutableArray<Command> Commands)
{
    public Command? Find(string verb) =>
        Commands.FirstOrDefault(command => command.Verb.Equals(verb, StringComparison.OrdinalIgnoreCase));
}
