using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd;

/// <summary>A command with <c>/in</c>: what another command has listed with <c>/xml</c> is what it is about.</summary>
internal static class PipedRun
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (!commandLine.Command.TakesPipe)
        {
            return context.Finish(Answers.Error(ExitCode.Usage, $"{commandLine.Command.Verb} {commandLine.Object.Name} takes no objects from /in."));
        }

        if (commandLine.Identifier is not null)
        {
            return context.Finish(Answers.Error(ExitCode.Usage, "Give either an identifier or /in, not both."));
        }

        var read = await PipedObjects.ReadAsync(context.Environment.Input(), context.CancellationToken);
        if (!read.Succeeded(out var objects, out var answer))
        {
            return context.Finish(answer);
        }

        if (commandLine.Command.TakesPipeWhole)
        {
            return await commandLine.Command.RunAsync(context with { Piped = objects });
        }

        // One after the other; what fails does not keep the others from being tried, and is what the exit code tells.
        var exitCode = objects.Count == 0 ? ExitCode.Nothing : ExitCode.Success;
        foreach (var one in objects)
        {
            var result = await commandLine.Command.RunAsync(context with { CommandLine = commandLine with { Identifier = one.Name } });
            exitCode = exitCode == ExitCode.Success ? result : exitCode;
        }

        return exitCode;
    }
}
